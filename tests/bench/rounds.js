// Measures servers in turn, in several rounds, so that what disturbs the machine disturbs all of them alike.
import {measured} from './load.js';

const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);

// `starters`: from servers.js. Each server is started anew in each round; those that wait take no CPU time. Resolves with
// a function (server's name, scenario's name, figure) to a list with a number for each round.
export async function inRounds(starters, scenarios, context) {
  const results = [];
  for (let round = 0; round < context.rounds; ++round) {
    const servers = [];
    for (const start of starters) servers.push(await start(context));
    try {
      for (const scenario of scenarios) {
        for (const server of rotated(servers, round)) {
          context.say(`round ${round + 1} of ${context.rounds}: ${scenario.name}, ${server.name}`);
          const figures = await measured(server, {...context, scenario});
          results.push({server: server.name, scenario: scenario.name, ...figures});
        }
      }
    } finally {
      for (const server of servers) await server.stop();
    }
  }
  return (server, scenario, figure) =>
    results.filter((each) => each.server === server && each.scenario === scenario).map((each) => each[figure]);
}
