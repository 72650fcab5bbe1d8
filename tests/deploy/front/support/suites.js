// The same for each of the programs, at the same time.
import {after, before, describe} from 'node:test';
import {stoppedClock} from '../../../integration/support/clock.js';
import {askUntil} from './ask.js';
import {openOrigin} from './origin.js';
import {fronts} from './fronts.js';

export const kNoon = Date.parse('2030-01-01T12:00:00Z');

// `define(stage, name)` defines the tests; stage.front and stage.origin are there while they run. `clockAt`: where
// stage.clock stands at first, by which both go, if there is to be one. `patient`: no program gives up waiting for the service.
export function behindEach(what, {clockAt, patient, ...origin}, define) {
  describe(what, {concurrency: true}, () => {
    for (const [name, startFront] of Object.entries(fronts)) {
      describe(`behind ${name}`, {concurrency: false}, () => {
        const stage = {};
        before(async () => {
          if (clockAt) stage.clock = stoppedClock(clockAt);
          stage.origin = await openOrigin({...origin, clock: stage.clock});
          // While its clock stands, HAProxy asks only once whether the service is well.
          if (clockAt) await stage.origin.begin();
          stage.front = await startFront(stage.origin.port, {clock: stage.clock, patient});
          if (!clockAt) await stage.origin.begin();
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
