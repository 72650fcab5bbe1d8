// One request to nginx, and its answer as it came.
import {converse} from '../../integration/support/conversation.js';

export async function ask(server, method, target, fields = {}) {
  const lines = Object.entries({Host: 'toolkits.example', Connection: 'close', ...fields}).map(([name, value]) => `${name}: ${value}\r\n`);
  const {answers, fault} = await converse(server, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`, [method]);
  if (fault || answers.length !== 1) throw new Error(`${method} ${target}: ${fault ?? `${answers.length} answers`}`);
  return answers[0];
}
