import { ORIGIN } from '../verifications.ts';
import type { Fix } from '../../model/cause.ts';
import type { Platform, Runtime } from '../../model/fact.ts';

/** What to do about some causes in one place, in that place's own terms. */
export interface Remedy {
  /** Ids of the causes. */
  readonly causes: readonly string[];
  readonly in: readonly (Runtime | Platform)[];
  readonly fixes: readonly Fix[];
  /** Before the fixes that hold everywhere; left out, in the place of those that hold elsewhere. */
  readonly comesFirst?: true;
}

type Verification = NonNullable<Fix['verify']>;

const URL = `${ORIGIN}/v3/account/usage`;
const ANSWERED = '401: Lusha answered and misses nothing but a key';

/** A free call without a key from each runtime: any status proves name, way and certificate. */
export const ANSWERS_IN = {
  node: check(
    `node -e 'fetch("${URL}").then((r) => console.log(r.status), (e) => console.log(e.cause?.code))'`,
  ),
  bun: check(`bun -e 'console.log((await fetch("${URL}")).status)'`),
  deno: check(`deno eval 'console.log((await fetch("${URL}")).status)'`),
  python: check(`python3 -c 'import requests; print(requests.get("${URL}").status_code)'`),
  java: check(
    `echo 'System.out.println(((java.net.HttpURLConnection) new java.net.URL("${URL}").openConnection()).getResponseCode())' | jshell -s -`,
  ),
  dotnet: check(
    `pwsh -NoProfile -Command '(Invoke-WebRequest ${URL} -SkipHttpErrorCheck).StatusCode'`,
  ),
  powershell: check(
    `powershell -NoProfile -Command 'try { (iwr ${URL} -UseBasicParsing).StatusCode } catch { [int]$_.Exception.Response.StatusCode }'`,
  ),
  php: check(
    `php -r '$c = curl_init("${URL}"); curl_setopt($c, CURLOPT_RETURNTRANSFER, true); curl_exec($c); echo curl_getinfo($c, CURLINFO_RESPONSE_CODE), curl_error($c);'`,
  ),
  ruby: check(`ruby -rnet/http -e 'puts Net::HTTP.get_response(URI("${URL}")).code'`),
  go: {
    command: `printf 'package main\\nimport ("fmt"; "net/http")\\nfunc main() { r, err := http.Get("${URL}"); fmt.Println(r, err) }\\n' > check.go && go run check.go`,
    expect: '401 and no error: Lusha answered and misses nothing but a key',
  },
  rust: { command: 'cargo run', expect: 'the same call gets a status in place of the error' },
  elixir: check(`mix run -e 'IO.inspect(Req.get!("${URL}", retry: false).status)'`),
  dart: { command: 'dart run', expect: 'the same call gets a status in place of the error' },
  swift: { command: `nscurl --ats-diagnostics ${ORIGIN}`, expect: 'PASS' },
  r: check(`Rscript -e 'cat(curl::curl_fetch_memory("${URL}")$status_code)'`),
  curl: check(`curl -sS -o /dev/null -w '%{http_code}\\n' ${URL}`),
  wget: { command: `wget -S --spider ${URL}`, expect: '401 Unauthorized' },
} as const satisfies Partial<Record<Runtime, Verification>>;

function check(command: string): Verification {
  return { command, expect: ANSWERED };
}
