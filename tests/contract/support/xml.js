// XML as xmllint reads it (Debian: libxml2-utils).
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

function xmllint(text, ...args) {
  const {status, stdout, stderr, error} = spawnSync('xmllint', ['--nonet', ...args, '-'], {input: text, encoding: 'utf8'});
  assert.equal(status, 0, error?.message ?? `${stderr}\n${text}`);
  return stdout;
}

export const wellFormed = (text) => xmllint(text, '--noout');
export const fits = (text, schema) => xmllint(text, '--noout', '--relaxng', schema);

// The strings that an XPath of elements finds, whatever their namespaces: "//entry/id", "//link/@href".
export function strings(text, path) {
  const anyNamespace = path.replace(/(^|\/)([a-z_:]+)(?=[/[]|$)/g, "$1*[local-name()='$2']");
  const count = Number(xmllint(text, '--xpath', `count(${anyNamespace})`));
  return Array.from({length: count}, (_, i) => xmllint(text, '--xpath', `string((${anyNamespace})[${i + 1}])`).replace(/\n$/, ''));
}
