// Memory and descriptors of processes over time, and whether they rise: by the straight line that fits the samples best.
import {descriptors, resident} from '../attack/process.js';

// The first samples are of a process that warms up.
const kWarm = 0.25;
// What the line may rise by over the rest: a part of the mean, and so much more.
const kBounds = {
  memory: {of: (pid) => resident([pid]) / 1024, part: 0.1, more: 4, unit: 'MiB'},
  descriptors: {of: (pid) => descriptors([pid]), part: 0.1, more: 8, unit: 'descriptors'},
};

export class Watch {
  #processes;
  #samples = [];

  // `processes`: the id of each by its name.
  constructor(processes) {
    this.#processes = processes;
  }

  look() {
    for (const [name, pid] of Object.entries(this.#processes)) {
      for (const [what, {of}] of Object.entries(kBounds)) this.#samples.push({name, what, at: Date.now(), value: of(pid)});
    }
  }

  table() {
    const row = ({name, what, count, mean, rise, bound}) =>
      `| ${name} | ${what} | ${count} | ${mean.toFixed(1)} | ${rise.toFixed(1)} | ${bound.toFixed(1)} |`;
    return ['| process | of it | samples | mean | rises by | may rise by |', '|---|---|---|---|---|---|',
      ...this.#lines().map(row)].join('\n');
  }

  // In words, what rises by more than it may.
  rises() {
    return this.#lines().filter(({rise, bound}) => rise > bound)
      .map(({name, what, rise, bound, unit}) => `The ${what} of ${name} rose by ${rise.toFixed(1)} ${unit}, and may rise by ${bound.toFixed(1)}`);
  }

  #lines() {
    return Object.keys(this.#processes).flatMap((name) => Object.entries(kBounds).map(([what, {part, more, unit}]) => {
      const all = this.#samples.filter((each) => each.name === name && each.what === what);
      const samples = all.slice(Math.floor(all.length * kWarm));
      const mean = average(samples.map(({value}) => value));
      return {name, what, unit, count: samples.length, mean, rise: riseOf(samples), bound: mean * part + more};
    }));
  }
}

const average = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;

// Of the line of least squares, from the first sample to the last.
export function riseOf(samples) {
  const time = average(samples.map(({at}) => at));
  const mean = average(samples.map(({value}) => value));
  const spread = samples.reduce((sum, {at}) => sum + (at - time) ** 2, 0);
  if (spread === 0) return 0;
  const slope = samples.reduce((sum, {at, value}) => sum + (at - time) * (value - mean), 0) / spread;
  return slope * (samples.at(-1).at - samples[0].at);
}
