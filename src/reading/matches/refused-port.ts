/**
 * Where a refused connection went, as clients print it; the group is the port. Not as curl does:
 * the phrases of proxies know its words.
 */
const PORTS: readonly RegExp[] = [
  /\bECONNREFUSED \[?[\w.:%-]{2,80}\]?:(\d{1,5})\b/,
  /\bdial tcp \S{2,100}:(\d{1,5}): connect: connection refused/i,
  /\bConnect call failed \('[^']{2,80}', (\d{1,5})/,
  /\bCannot connect to host \S{1,255}:(\d{1,5}) /,
  /\bhost='[^']{1,255}', port=(\d{1,5})\)[^\n]{0,300}refused/i,
  /\bFailed to connect to [^\n]{0,255}?\/[\d.:[\]a-f]{2,50}:(\d{1,5})\b/i,
  /\bconnection refused: \S{1,255}?:(\d{1,5})\b/i,
  /\(\d{5}\)[^\n]{0,200}\((?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})\)/,
];

/** Ports on which proxies usually listen. */
const OF_PROXIES = [3128, 8080, 8888];
/** The one of https, and the one of a base URL that was written with http. */
const OF_THE_WEB = [443, 80];

/** A connection that was refused on a port that no https address of Lusha has. */
export interface OtherPort {
  readonly port: number;
  /** False where it may as well be a base URL of its own. */
  readonly isProxy: boolean;
}

/**
 * The port of a refused connection when it is not that of the API. A URL of the text with this
 * port means that the program asked for it; on a port of proxies anything else went to a proxy.
 */
export function otherPortIn(text: string): OtherPort | null {
  for (const words of PORTS) {
    const digits = words.exec(text)?.[1];
    if (digits === undefined) continue;
    const port = Number(digits);
    if (OF_THE_WEB.includes(port)) return null;
    const isAskedFor = text.search(new RegExp(String.raw`https?://[^\s/'"]{1,255}:${port}\b`)) >= 0;
    return { port, isProxy: !isAskedFor && OF_PROXIES.includes(port) };
  }
  return null;
}
