/** How filters say that they block, in the title of a page, in the languages that were met and their neighbours. */
export const BLOCKED =
  /\b(?:blocked|denied|forbidden|not allowed|restricted)\b|gesperrt|blockiert|verweigert|\bbloqu(?:ead[oa]|[ée]e?|eio)(?![\p{L}])|\bden[ei]gad[oa]|\bnegado\b|refus[ée]|\bbloccat[oa]|\bnegato\b|geblokkeerd|geweigerd|\bblokerad|\bnekad\b|blokeret|blokkert|estetty|zablokowan|odmow|zablokov|engellen|заблокирован|запрещ|ブロック|拒否|차단|拒绝|阻止|封鎖/iu;
