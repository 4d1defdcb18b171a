/** Rows as text under their headings, columns as wide as their widest cell; long cells are cut with an ellipsis. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], widest = 48): string {
    const cut = (cell: string): string => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell);
    const all = [headings, ...rows].map((row) => row.map(cut));
    const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
    const line = (row: readonly string[]): string =>
        row
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join('  ')
            .trimEnd();
    return [line(all[0] ?? []), widths.map((width) => '─'.repeat(width)).join('  '), ...all.slice(1).map(line)].join(
        '\n'
    );
}
