// The bytes that a server sent on one connection, read strictly as a stream of answers (RFC 9112, sections 2 to 7).
const kFieldLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*((?:[!-~\x80-\xff](?:[ \t!-~\x80-\xff]*[!-~\x80-\xff])?)?)[ \t]*$/;

export class Answer {
  constructor(method, version, status, reason, fields) {
    Object.assign(this, {method, version, status, reason, fields, body: Buffer.alloc(0)});
  }

  all(name) {
    return this.fields.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  }

  field(name) {
    return this.all(name)[0];
  }

  list(name) {
    return this.all(name).flatMap((value) => value.split(',')).map((each) => each.trim().toLowerCase()).filter(Boolean);
  }
}

// {answers, interims, fault}: the complete answers; those with 1xx; and why the bytes behind them are no answer, if
// they are none. `methods`: of the requests in their order, GET where there are no more. `ended`: no more bytes follow.
export function readAnswers(bytes, methods, ended) {
  const read = {answers: [], interims: [], fault: undefined};
  let rest = bytes;
  try {
    while (rest.length > 0) {
      const found = readAnswer(rest, methods[read.answers.length] ?? 'GET', ended);
      if (!found) break;
      (found.answer.status < 200 ? read.interims : read.answers).push(found.answer);
      rest = rest.subarray(found.length);
    }
    if (ended && rest.length > 0) read.fault = `the connection ended within an answer: ${quoted(rest)}`;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    read.fault = error.message;
  }
  return read;
}

class Fault extends Error {}

const quoted = (bytes) => JSON.stringify(bytes.subarray(0, 120).toString('latin1'));

// Nothing where the answer is not complete yet.
function readAnswer(bytes, method, ended) {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const answer = readHead(bytes.subarray(0, end).toString('latin1'), method);
  const content = readContent(answer, bytes.subarray(end + 4), ended);
  if (!content) return undefined;
  answer.body = content.body;
  return {answer, length: end + 4 + content.length};
}

function readHead(text, method) {
  const [statusLine, ...lines] = text.split('\r\n');
  const [, version, status, reason] =
    /^(HTTP\/\d\.\d) ([1-5]\d\d) ([\t -~\x80-\xff]*)$/.exec(statusLine) ?? fault(`no status line: ${JSON.stringify(statusLine)}`);
  const fields = lines.map((line) => {
    const [, name, value] = kFieldLine.exec(line) ?? fault(`no field line: ${JSON.stringify(line)}`);
    return [name, value];
  });
  return new Answer(method, version, Number(status), reason, fields);
}

function readContent(answer, bytes, ended) {
  const none = answer.method === 'HEAD' || answer.status < 200 || answer.status === 204 || answer.status === 304;
  if (none) return {body: Buffer.alloc(0), length: 0};
  const [coding, ...codings] = answer.all('Transfer-Encoding');
  const [length, ...lengths] = answer.all('Content-Length');
  if (codings.length || lengths.length || (coding && length)) fault('the framing is given twice');
  if (coding) return coding.toLowerCase() === 'chunked' ? readChunks(bytes) : fault(`Transfer-Encoding: ${coding}`);
  if (length === undefined) return ended ? {body: bytes, length: bytes.length} : undefined;
  if (!/^\d+$/.test(length)) fault(`Content-Length: ${length}`);
  return bytes.length < Number(length) ? undefined : {body: bytes.subarray(0, Number(length)), length: Number(length)};
}

function readChunks(bytes) {
  const parts = [];
  for (let at = 0; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const line = bytes.subarray(at, lineEnd).toString('latin1');
    if (!/^[0-9a-fA-F]+$/.test(line)) fault(`chunk size: ${JSON.stringify(line)}`);
    const size = parseInt(line, 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (bytes.subarray(next - 2, next).toString() !== '\r\n') fault('a chunk does not end with CRLF');
    if (size === 0) return {body: Buffer.concat(parts), length: next};
    parts.push(bytes.subarray(lineEnd + 2, next - 2));
    at = next;
  }
}

function fault(message) {
  throw new Fault(message);
}
