// Figures and their tables, in Markdown.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function shown(number) {
  const size = Math.abs(number);
  if (size >= 1000) return Math.round(number).toLocaleString('en-US');
  return number.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

export const withSpread = (numbers) =>
  `${shown(median(numbers))} (${shown(Math.min(...numbers))} to ${shown(Math.max(...numbers))})`;

// A figure as a ratio: `ours` and `theirs` are lists with a number for each round, and a ratio is of one round.
export function ratio({name, unit, ours, theirs, beside = 'nginx', atLeast, aim, more = false}) {
  const ratios = ours.map((number, i) => number / theirs[i]);
  return {name, ours: `${shown(median(ours))} ${unit}`, theirs: `${beside}: ${shown(median(theirs))} ${unit}`, values: ratios, atLeast, aim, more};
}

// A figure by itself.
export const absolute = ({name, unit, ours, atLeast, aim}) =>
  ({name, ours: `${shown(median(ours))} ${unit}`, theirs: '', values: ours, unit, atLeast, aim, more: false});

function verdict({values, atLeast, aim, more}) {
  if (atLeast === undefined) return '';
  const reaches = (target) => (more ? median(values) >= target : median(values) <= target);
  if (aim !== undefined && reaches(aim)) return 'aim met';
  if (!reaches(atLeast)) return '**not met**';
  return aim === undefined ? 'met' : 'met, aim not';
}

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`, ...rows.map(line)].join('\n');
}

export function ratioTable(figures) {
  const target = (number, unit) => (number === undefined ? '' : `${number}${unit ? ` ${unit}` : ''}`);
  const rows = figures.map((figure) => [figure.name, figure.ours, figure.theirs, withSpread(figure.values),
    target(figure.atLeast, figure.unit), target(figure.aim, figure.unit), verdict(figure)]);
  return table(['figure', 'toolkitd', 'beside', 'ratio, or the figure itself', 'at least', 'aim', ''], rows);
}
