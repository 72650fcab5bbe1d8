// What readers were answered, and what in it cannot be: an error, a mixed answer, tags that disagree, content that went back.
import {createHash} from 'node:crypto';

const kTold = 10;

export class Ledger {
  #answers = 0;
  #again = 0;
  #failures = [];
  #pages = new Map();  // target and revision -> tag and hash
  #tags = new Map();  // tag -> hash
  #editions = new Map();  // revision -> title
  #seen = new Map();  // connection -> its revisions, one after the other

  get answers() {
    return this.#answers;
  }

  get askedAgainCount() {
    return this.#again;
  }

  get failures() {
    return this.#failures;
  }

  fail(target, error) {
    if (this.#failures.length < kTold) this.#failures.push(`${target}: ${error.code ?? error.message ?? error}`);
  }

  askedAgain() {
    ++this.#again;
  }

  enter(answer) {
    ++this.#answers;
    if (answer.status !== 200) return this.fail(answer.target, `status ${answer.status}`);
    const {data, meta} = JSON.parse(answer.body);
    const bytes = hash(answer.body);
    this.#same(this.#pages, `${answer.target} of ${meta.content_revision}`, `${answer.tag} ${bytes}`);
    this.#same(this.#tags, answer.tag, bytes);
    if (/^Edition/.test(data.title)) this.#same(this.#editions, meta.content_revision, data.title);
    this.#note(answer.connection, meta.content_revision);
    this.looked?.(answer, data);
  }

  // For each connection that was answered with more than one revision, which ones, in the order in which they came.
  changes() {
    return [...this.#seen.values()].filter((revisions) => revisions.length > 1);
  }

  // Those of them that go back; `order`: the revisions as they were rolled out.
  wentBack(order) {
    return this.changes().filter((revisions) => revisions.some((each, i) => i > 0 && order.indexOf(each) < order.indexOf(revisions[i - 1])));
  }

  #same(map, key, value) {
    const known = map.get(key);
    if (known === undefined) map.set(key, value);
    else if (known !== value) this.fail(key, `${value} here and ${known} there`);
  }

  #note(connection, revision) {
    const revisions = this.#seen.get(connection) ?? [];
    if (revisions.at(-1) !== revision) this.#seen.set(connection, [...revisions, revision]);
  }
}

const hash = (body) => createHash('sha1').update(body).digest('base64');
