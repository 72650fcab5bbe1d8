// What a content answer says of its own bytes, wherever its format has it: {valid_until, rehearsal, ...}.
export function metaOf(answer) {
  if (answer.mediaType !== 'application/atom+xml') return answer.json.meta ?? answer.json._meta;
  const of = (name) => new RegExp(`<t:${name}>([^<]*)</t:${name}>`).exec(answer.text)?.[1] ?? null;
  return {valid_from: of('valid_from'), valid_until: of('valid_until'), rehearsal: of('rehearsal') === 'true'};
}
