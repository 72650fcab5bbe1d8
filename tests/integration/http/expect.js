// What cases expect of a conversation: functions of what was seen and of the site, which throw where it is otherwise.
import assert from 'node:assert/strict';

const told = ({answers, closed}) =>
  `${answers.map((each) => each.status).join(', ') || 'no answer'}; ${closed ? 'closed' : 'open'}`;

function whole(seen) {
  assert.ok(seen.closed, `the connection stays open: ${told(seen)}`);
}

// Of one answer: which of the site's documents it is.
const is = (name) => (answer, site) => {
  assert.equal(answer.status, 200, `the answer that should be the ${name}`);
  if (answer.method === 'HEAD') return assert.equal(answer.body.length, 0, 'content in an answer to HEAD');
  assert.ok(answer.body.equals(site[name].body), `the answer is not the ${name}`);
};
export const document = is('document');
export const last = is('last');
export const hidden = is('hidden');
export const large = is('large');

export const status = (...allowed) => ({status: each}) =>
  assert.ok(allowed.includes(each), `${each} instead of ${allowed.join(' or ')}`);

// Whatever the server thinks of the method or of the resource, it took the request for one.
export const taken = ({status: each}) =>
  assert.ok(each < 400 || [403, 404, 405, 411, 412, 501].includes(each), `${each} to a request that is sound`);

export const both = (...checks) => (answer, site) => checks.forEach((check) => check(answer, site));

// Exactly these answers, in this order, and then the server closes the connection.
export const answers = (...expected) => (seen, site) => {
  whole(seen);
  assert.equal(seen.answers.length, expected.length, `the number of answers: ${told(seen)}`);
  expected.forEach((check, i) => check(seen.answers[i], site));
};

// One answer that refuses, and the connection closed: nothing behind the request is taken for another one.
export const refused = (...statuses) => answers(status(...(statuses.length ? statuses : [400])));

// The connection is closed, with or without an answer that refuses.
export const dropped = (...statuses) => (seen, site) =>
  (seen.answers.length === 0 ? whole(seen) : refused(...statuses)(seen, site));

export const either = (...expectations) => (seen, site) => {
  const reasons = [];
  for (const expectation of expectations) {
    try {
      return expectation(seen, site);
    } catch (error) {
      if (!(error instanceof assert.AssertionError)) throw error;
      reasons.push(error.message);
    }
  }
  assert.fail(reasons.join('; or '));
};

export const every = (...expectations) => (seen, site) => expectations.forEach((each) => each(seen, site));

// One check for each answer of a whole conversation.
export const eachAnswer = (check) => (seen, site) => {
  whole(seen);
  assert.ok(seen.answers.length > 0, 'no answer');
  seen.answers.forEach((answer) => check(answer, site));
};

// The hidden request was not answered, whatever else was.
export const nothingHidden = (seen, site) => {
  assert.ok(!seen.answers.some(({body}) => body.equals(site.hidden.body)), `the hidden request was answered: ${told(seen)}`);
  whole(seen);
};

// One sound answer, and what it should be like.
export const answer = (...checks) => answers(both(...checks));

export {assert};
