/** Stands where somebody's name was. */
export const NAME_MASK = '[name]';

/**
 * Capitalised words of this trade: product, plans, parts of the API, statuses, programs, days. A
 * phrase with one of them in it is nobody's name.
 */
const NO_NAMES = new Set(
  `a access account accounts action actions active add additional address admin administrator after
   agent all allowed amazon an and android any apache api app apple application april are as ask at
   august authorization azure back bad balance basic bearer before billing body bot browser bulk
   business buying but by cache call calls cannot center chrome cisco city client close cloud cloudflare
   code company companies composio config connect connection contact contacts content conversations
   cookie corporate count country creator credit credits critical customer daily dashboard data day
   december demo denied department details developer directory dns documentation does dr done down
   download east edge email employee empty endpoint enrich enrichment enterprise entity error errors
   europe event every exceeded existing failed failure february field filter filters firefox
   forbidden fortigate fortinet found free friday from full gateway general get given global google group growth guest
   has have header headers help here host hour hourly how html http https hubspot id if in inc
   individual information input install integration internal international invalid is issue it item
   items january java job json july june key keys large last legal license limit limited limits
   linux list local login lookalike lookalikes lusha mac machine main make manager many march
   marketing maximum may member message method microsoft minute missing mode monday month monthly
   more mozilla mr mrs ms must my name names network new next nginx no node north not nothing november number
   october of office on one only open or org organization other our out owner page parameter
   parameters password patch path payment people per permission person phone php plan please policy
   post premium privacy private pro product professional proofpoint proper property prospecting proxy
   public put python query queue quota rate read ready reason record redirect reference region
   remaining request requests required reset resource response result results retry return ruby safari
   sales salesforce saturday scale search secret secure security see select send september server
   service services session settings signal signals single site software south squid ssl standard
   start starter state status subscription success sunday support system table tables team teams
   technical temporarily terms test text that the there these this thursday time timeout tls to
   token too total trial try tuesday type unauthorized unexpected unified united unknown unlimited
   until update upgrade url usage use user users valid validation value version via visit visitor
   visitors was we webhook webhooks website wednesday week west when which who windows with work
   workspace world write wrong you your zapier zscaler`.split(/\s+/),
);
/** Mailboxes of nobody in particular. */
const ROLES = new Set(
  'abuse alerts automation dev devops email eng engineering feedback hello hi info it jobs mail nobody noreply ops postmaster press reply root staff tech webmaster'.split(
    ' ',
  ),
);

const WORD = String.raw`\p{Lu}[\p{L}'’.-]{0,40}\p{L}`;
const FULL_NAME = String.raw`${WORD}(?: (?:(?:de|da|di|van|von|der|den|la|le|bin|al) ){0,2}\p{Lu}[\p{L}'’.-]{0,40}){1,2}`;
const QUOTE = String.raw`\\{0,7}["'\x60“‘]?`;
/** Words after which two capitalised ones are somebody. */
const AFTER = new RegExp(
  String.raw`(?<before>(?<![\p{L}\p{N}-])(?:[Ff]or|[Cc]ontacts?|[Pp]erson|[Pp]eople|[Uu]sers?|[Oo]wner|[Mm]ember|[Ee]mployee|[Rr]ecipient|[Aa]ssignee|[Pp]rospect|[Ll]ead|[Nn]amed?|[Cc]alled|[Dd]ear|[Hh]ello|[Hh]i|M(?:r|rs|s)|Dr)[.:]?,? ${QUOTE})(?<value>${FULL_NAME})`,
  'gu',
);
const ADDRESSED = new RegExp(
  String.raw`(?<before>(?<![\p{L}\p{N}])(?:(?:[Dd]ear|[Hh]ello|[Hh]i) )?(?:M(?:r|rs|s)|Dr)\.? |(?<![\p{L}\p{N}])(?:[Dd]ear|[Hh]ello|[Hh]i) )(?<value>${WORD})(?=[,.!:;)]|$)`,
  'gmu',
);
/** In front of an address that is masked by now: `Jane Doe <[e-mail]>`. */
const BEFORE_ADDRESS = new RegExp(
  String.raw`(?<value>${FULL_NAME}|(?<![\p{L}\p{N}] ?)${WORD})(?<after>(?:: |,? ?[<("']{0,2}| at | is )\[e-mail\])`,
  'gu',
);
const SEVERAL = /\[name\](?:[ ,]{1,2}\[name\])+/g;

const MOST_OWNERS = 20;
const SHORTEST_PART = 3;

/** Takes people's names out of a sentence, as far as what stands around them shows that they are names. */
export function maskNames(text: string): string {
  const addressed = text.includes('[e-mail]')
    ? text.replace(BEFORE_ADDRESS, (whole: string, value: string, after: string) =>
        isName(value) ? `${NAME_MASK}${after}` : whole,
      )
    : text;
  return addressed
    .replace(AFTER, (whole: string, before: string, value: string) =>
      isName(value) ? `${before}${NAME_MASK}` : whole,
    )
    .replace(ADDRESSED, (whole: string, before: string, value: string) =>
      isName(value) ? `${before}${NAME_MASK}` : whole,
    );
}

/**
 * The same for the names that addresses and profiles are made of: who writes
 * `jane.doe@contoso.com` writes "Jane Doe" beside it. `owners` are local parts and profile names.
 */
export function maskOwners(text: string, owners: Iterable<string>): string {
  let masked = text;
  for (const owner of [...owners].slice(0, MOST_OWNERS)) {
    for (const part of partsOf(owner)) {
      masked = masked.replace(
        new RegExp(String.raw`(?<![\p{L}\p{N}@.])${capitalised(part)}(?![\p{L}\p{N}@])`, 'gu'),
        NAME_MASK,
      );
    }
  }
  return masked.replace(SEVERAL, NAME_MASK);
}

/** The text without these names, whole words in any case of letters. */
export function maskEchoes(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const low = name.toLowerCase();
    if (NO_NAMES.has(low) || !rest.toLowerCase().includes(low)) return rest;
    return rest.replace(
      new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'giu'),
      NAME_MASK,
    );
  }, text);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** The part with a capital, which is how a name stands in a sentence, or in capitals throughout. */
function capitalised(part: string): string {
  const first = part.charAt(0).toUpperCase();
  return `(?:${first}${part.slice(1).toLowerCase()}|${part.toUpperCase()})`;
}

/** The names that a local part or the name of a profile is made of. */
export function partsOf(owner: string): readonly string[] {
  return owner
    .split(/[^\p{L}]+/u)
    .filter(
      (part) => part.length >= SHORTEST_PART && !ROLES.has(part.toLowerCase()) && isName(part),
    );
}

function isName(words: string): boolean {
  return words.split(/[ .-]+/).every((word) => !NO_NAMES.has(word.toLowerCase()));
}
