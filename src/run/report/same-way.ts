import { shellWord } from '../../model/shell-word.ts';
import type { ReportTarget } from '../../model/report.ts';

/** What a run was told about its way that other programs do not know. */
export interface Way {
  /** Where the run went; its own authorities are for that address only. */
  readonly origin: string | undefined;
  /** URL of a proxy that an option or a file names, `none`, or undefined. */
  readonly proxy: string | undefined;
  /** A file of additional authorities. */
  readonly ca: string | undefined;
}

/** The way of a run by its report; `args` are those it was started with. */
export function wayOf(target: ReportTarget | undefined, args: readonly string[]): Way {
  const { origin, proxy, extraCa } = target ?? {};
  const [, ca] = /^--ca (.+?)(?:, |$)/.exec(extraCa ?? '') ?? [];
  if (/(?:^| )--proxy[= ]none(?: |$)/.test(args.join(' '))) return { origin, proxy: 'none', ca };
  // A variable is read by other programs as well, and a masked password is none.
  const isOurs = proxy !== undefined && proxy !== null && /^--proxy$|[./]/.test(proxy.source);
  return { origin, proxy: isOurs && !proxy.url.includes('@') ? proxy.url : undefined, ca };
}

/** A command of curl or openssl as it goes the same way as the run; any other stays as it is. */
export function bySameWay(command: string, { origin, proxy, ca }: Way): string {
  const trusted = ca !== undefined && isFor(command, origin) ? shellWord(ca) : null;
  const hop = proxy === undefined ? null : URL.parse(proxy);
  const forCurl = [
    ...(proxy === 'none' ? ["--noproxy '*'"] : []),
    ...(hop === null ? [] : [`-x ${shellWord(`${hop.protocol}//${hop.host}`)}`]),
    ...(trusted === null ? [] : [`--cacert ${trusted}`]),
  ];
  const forOpenssl = [
    ...(hop === null ? [] : [`-proxy ${hop.host}`]),
    ...(trusted === null ? [] : [`-CAfile ${trusted}`]),
  ];
  return command
    .replaceAll(/(?<=^|[|;] )curl(?= )/g, ['curl', ...forCurl].join(' '))
    .replaceAll(/\bopenssl s_client(?= )/g, ['openssl s_client', ...forOpenssl].join(' '));
}

function isFor(command: string, origin: string | undefined): boolean {
  const host = URL.parse(origin ?? '')?.host;
  return host !== undefined && command.includes(host);
}
