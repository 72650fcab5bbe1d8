// The document's schemas as validators that are stricter than the document: a key that it does not list is an error.
// Clients have to put up with new keys within /v1; this service's own tests do not.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv({allErrors: true, strict: true, strictTypes: false, strictRequired: false});
addFormats(ajv);

const compiled = new Map();
let known = false;

// A validator for a schema of the document; `all` are its component schemas.
export function schemaAt(schema, all) {
  if (!known) {
    ajv.addSchema({$id: 'contract', $defs: mapValues(all, sealInside)});
    known = true;
  }
  if (!compiled.has(schema)) compiled.set(schema, ajv.compile(seal(schema)));
  return compiled.get(schema);
}

const kOfSchemas = ['properties', 'patternProperties'];
const kOfParts = ['allOf', 'anyOf', 'oneOf'];

// A schema where it is used: whatever none of its parts knows is not allowed. It is put there rather than into the
// schema that is referred to, which may be a part of something larger. A schema that says nothing of objects stays open.
function seal(schema) {
  const closed = !('additionalProperties' in schema) && ['$ref', ...kOfSchemas, ...kOfParts].some((key) => key in schema);
  return closed ? {...sealInside(schema), unevaluatedProperties: false} : sealInside(schema);
}

function sealInside(schema) {
  const sealed = {...schema};
  if (schema.$ref) sealed.$ref = schema.$ref.replace('#/components/schemas/', 'contract#/$defs/');
  for (const key of kOfSchemas) if (schema[key]) sealed[key] = mapValues(schema[key], seal);
  for (const key of kOfParts) if (schema[key]) sealed[key] = schema[key].map(sealInside);
  if (schema.items) sealed.items = seal(schema.items);
  return sealed;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
