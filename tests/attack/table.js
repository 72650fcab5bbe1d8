// What was measured, as Markdown; each cell "toolkitd / nginx".
const milliseconds = (microseconds) => (microseconds / 1000).toFixed(2);
const megabytes = (kilobytes) => (kilobytes / 1024).toFixed(1);
export const seconds = (value) => (value === undefined ? 'not' : value.toFixed(1));

const columns = [
  ['answered', ({healthy}) => healthy.answered],
  ['503', ({healthy}) => healthy.refused],
  ['nothing', ({healthy}) => healthy.failed],
  ['median, ms', ({healthy}) => milliseconds(healthy.median_us)],
  ['p99, ms', ({healthy}) => milliseconds(healthy.p99_us)],
  ['memory kept, MB', ({kept}) => megabytes(kept)],
  ['at most, MB', ({peak}) => megabytes(peak)],
  ['gone after, s', ({gone, repeats}) => (repeats ? '' : seconds(gone))],
  ['attackers got', ({answers}) => answers],
];

export const head = (...names) => lines([names, names.map(() => '---')]);

export const heading = () => head('attack', ...columns.map(([name]) => name));

export const row = (name, results) => lines([[name, ...columns.map(([, of]) => beside(results.map(of)))]]);

export const lines = (rows) => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const beside = (pair) => pair.join(' / ');
