// A feed as Python's feedparser reads it (Debian: python3-feedparser), which many readers and aggregators are made of.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';

const kProgram = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read(), response_headers={'content-type': 'application/atom+xml; charset=utf-8'})
entries = [{'title': e.get('title'), 'link': e.get('link'), 'id': e.get('id'), 'updated': e.get('updated'),
            'type': e.content[0].type, 'content': e.content[0].value} for e in feed.entries]
print(json.dumps({'bozo': bool(feed.bozo), 'bozo_exception': str(feed.get('bozo_exception', '')), 'link': feed.feed.get('link'),
                  'subtitle': feed.feed.get('subtitle'), 'entries': entries}))
`;

export function parsed(text) {
  const {status, stdout, stderr, error} = spawnSync('/usr/bin/python3', ['-c', kProgram], {input: text, encoding: 'utf8'});
  assert.equal(status, 0, error?.message ?? stderr);
  return JSON.parse(stdout);
}
