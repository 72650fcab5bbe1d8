// The same for each of the programs, at the same time.
import {after, before, describe} from 'node:test';
import {askUntil} from './ask.js';
import {openOrigin} from './origin.js';
import {fronts} from './fronts.js';

// `define(stage, name)` defines the tests; stage.front and stage.origin are there while they run.
export function behindEach(what, origin, define) {
  describe(what, {concurrency: true}, () => {
    for (const [name, startFront] of Object.entries(fronts)) {
      describe(`behind ${name}`, {concurrency: false}, () => {
        const stage = {};
        before(async () => {
          stage.origin = await openOrigin(origin);
          stage.front = await startFront(stage.origin.port);
          await stage.origin.begin();
          await askUntil(stage.front, '/livez', ({status}) => status === 200);
        });
        after(async () => {
          await stage.front?.stop();
          await stage.origin?.stop();
        });
        define(stage, name);
      });
    }
  });
}
