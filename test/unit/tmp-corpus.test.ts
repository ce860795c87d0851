import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { run } from '../support/world.ts';
it('dump', async () => {
  const items = JSON.parse(readFileSync('fixtures/pasted/index.json', 'utf8'));
  const out: string[] = [];
  for (const item of items) {
    const text = readFileSync(`fixtures/pasted/${item.file}`, 'utf8');
    const r = await run(['explain', '-', '--json'], { stdin: text });
    let doc: any = null;
    try { doc = JSON.parse(r.stdout); } catch {}
    let got: string; let ok = false;
    if (doc?.kind === 'log-summary') {
      const rows = Object.fromEntries(doc.rows.map((x: any) => [x.id, x.count]));
      got = `LOG ${JSON.stringify(rows)} elsewhere ${doc.elsewhere} ${doc.others.map((o: any) => o.id)}`;
      if (item.log) { const want = Object.entries(item.log); ok = want.length === Object.keys(rows).length && want.every(([k, n]) => k.split('|').some((id) => rows[id] === n)) && doc.elsewhere === (item.elsewhere ?? 0); }
      if (item.none) ok = doc.rows.length === 0;
      if (item.other) ok = doc.rows.length === 0 && doc.others[0]?.id === item.other;
    } else {
      const top = doc?.diagnoses?.[0]?.cause; const st = doc?.checks?.[0]?.evidence?.status;
      got = `${r.exitCode} ${top} ${doc?.diagnoses?.[0]?.certainty} n=${doc?.diagnoses?.length} st=${st} ${doc?.checks?.[0]?.summary ?? r.stderr.slice(0, 100)}`;
      ok = item.causes.some((c: string) => c === top || (c.startsWith('@') && Number(c.slice(1)) === st));
      if (item.none) ok = r.exitCode === 1;
    }
    out.push(`${ok ? 'ok  ' : 'MISS'} ${item.file}: ${got}`);
  }
  console.log(out.join('\n'));
});
