import { spawn } from 'node:child_process';
import headless from '@xterm/headless';

const PROGRAM = 'bin/lusha-doctor.js';

export interface Wish {
  readonly columns: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a run in a terminal left behind. */
export interface TerminalRun {
  readonly exitCode: number;
  /** Everything the terminal received. */
  readonly bytes: string;
  readonly screen: Screen;
}

/** The program in a terminal of its own: a real one, made by `script`, read by an emulator. */
export async function runInTerminal(args: readonly string[], wish: Wish): Promise<TerminalRun> {
  const { columns, env = {} } = wish;
  const words = [process.execPath, PROGRAM, ...args].map(quoted).join(' ');
  const child = spawn(
    'script',
    ['-qefc', `stty cols ${columns} rows 50; exec ${words}`, '/dev/null'],
    {
      env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  const bytes = Buffer.concat(chunks).toString('utf8');
  return { exitCode, bytes, screen: await screenOf(bytes, columns) };
}

/** One cell as the emulator drew it. */
interface Cell {
  readonly text: string;
  /** Number of a palette colour, null for the terminal's own. */
  readonly colour: number | null;
  readonly trueColour: boolean;
  readonly background: boolean;
  readonly bold: boolean;
  readonly dim: boolean;
}

/** A line as it was written; it takes several rows where it is longer than the screen is wide. */
export interface Line {
  readonly text: string;
  readonly rows: number;
  readonly cells: readonly Cell[];
}

interface Screen {
  readonly lines: readonly Line[];
  readonly cursor: { readonly column: number };
}

/** Draws bytes on a screen as high as they need. */
async function screenOf(bytes: string, columns: number): Promise<Screen> {
  const rows = 1_000;
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(bytes, resolve));
  const buffer = terminal.buffer.active;
  const lines: { text: string; rows: number; cells: Cell[] }[] = [];
  for (let at = 0; at < rows; at += 1) {
    const row = buffer.getLine(at);
    if (row === undefined) continue;
    const cells: Cell[] = [];
    for (let column = 0; column < columns; column += 1) {
      const cell = row.getCell(column);
      if (cell === undefined || cell.getWidth() === 0) continue;
      cells.push({
        text: cell.getChars() || ' ',
        colour: cell.isFgPalette() ? cell.getFgColor() : null,
        trueColour: cell.isFgRGB(),
        background: !cell.isBgDefault(),
        bold: cell.isBold() !== 0,
        dim: cell.isDim() !== 0,
      });
    }
    const last = lines.at(-1);
    if (row.isWrapped && last !== undefined) {
      last.rows += 1;
      last.cells.push(...cells);
    } else {
      lines.push({ text: '', rows: 1, cells });
    }
  }
  for (const line of lines)
    line.text = line.cells
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  while (lines.length > 0 && lines.at(-1)?.text === '') lines.pop();
  const cursor = { column: buffer.cursorX };
  terminal.dispose();
  return { lines, cursor };
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
