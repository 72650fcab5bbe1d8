// The embeds of the real binary, in every variant that the contract has.
import {contract} from '../../contract/support/contract.js';
import {get} from '../../contract/support/wire.js';

export const kInstants = {pending: '2024-08-28T03:59:59Z', effective: '2024-08-28T04:00:00Z'};

export const urlOf = (service, target) => `http://${service.host}:${service.port}${target}`;

const valuesOf = (name) => contract.components.parameters[name].schema.enum;

// A path with every choice of these parameters' values; null: the parameter is not given.
function variants(path, choices) {
  let queries = [''];
  for (const [name, values] of Object.entries(choices)) {
    queries = queries.flatMap((query) => values.map((value) => (value === null ? query : `${query}&${name}=${value}`)));
  }
  return queries.map((query) => `${path}?${query.slice(1)}`);
}

// Every page and every fragment of the toolkit, before and after the switch.
export async function everyEmbed(service) {
  const sections = (await get(service, '/v1/toolkits/lereporting/sections')).json.data.map(({id}) => id);
  const choices = {as_of: Object.values(kInstants), lang: contract.components.schemas.ServiceLanguage.enum, sections: [null, ...sections]};
  return {
    pages: variants('/embed/lereporting', {...choices, theme: valuesOf('EmbedTheme')}),
    fragments: variants('/embed/lereporting/fragment', {...choices, heading: valuesOf('EmbedHeading')}),
  };
}

// A fragment in the page of a portal, under the headings that its level needs.
export function inAPortal(fragment, heading = 2) {
  const above = Array.from({length: heading - 2}, (_, i) => `<h${i + 2}>Above</h${i + 2}>`).join('');
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A portal</title></head>
<body><main><h1>A portal</h1>${above}
${fragment}</main></body></html>`;
}

export const headingOf = (target) => Number(new URL(target, 'http://any').searchParams.get('heading'));
