// The files of synthetic content, each as a function of its number. Texts differ from file to file, so that nothing that
// works on many of them finds the same bytes twice.

export const toolkitId = (number) => `toolkit-${number}`;
export const regulationId = (number) => `rule-${number}`;

const words = ('advocate survivor reporting enforcement cooperation eligibility evidence interview declaration agency '
  + 'certification relief safety confidential representation guidance requirement exception timeline application').split(' ');

// A sequence of its own for each seed.
function chooser(seed) {
  let state = (seed * 2654435761) >>> 0;
  return (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[(state >>> 8) % list.length];
  };
}

function sentence(choose, length) {
  const line = Array.from({length}, () => choose(words)).join(' ');
  return `${line[0].toUpperCase()}${line.slice(1)}.`;
}

const paragraph = (seed, sentences) => {
  const choose = chooser(seed);
  return Array.from({length: sentences}, () => sentence(choose, 12)).join(' ');
};

const page = (frontMatter, body = '') =>
  `---\n${frontMatter.trim()}\nrevisions:\n  - on: 2026-01-05\n    note: First published.\n---\n${body && `\n${body}\n`}`;

export const publisherFiles = {
  publisher: page('id: synthetic\nname: Synthetic\nfull_name: A Synthetic Publisher\nurl: null\nlanguage: en\ntime_zone: America/New_York'),
  rights: page(`id: synthetic-rights\ntitle: Republication\nholder: A Synthetic Publisher
republication: express_permission_required\npaywall: prohibited\nfunding: []`, paragraph(1, 3)),
  audience: page(`intended: [attorney, legal_representative]
hotline:\n  label: A hotline\n  number: 1-800-555-0100\nlinks:\n  attorney: null`, 'Please [connect with an attorney][attorney].'),
};

export function regulation(number) {
  const year = 2020 + number;
  return page(`title: Synthetic Rule ${number}\nshort_title: Rule ${number}\nagency: A Synthetic Agency\ntime_zone: America/New_York
documents:
  - id: final-rule\n    kind: final_rule\n    title: Synthetic Rule ${number}\n    citation: ${80 + number} FR ${1000 * number}
    document_number: ${year}-0${number}001\n    href: https://www.example.org/rules/${number}\n    published: ${year}-03-0${number}\n    effective: ${year}-09-0${number}
events:
  - id: published\n    kind: published\n    announced: ${year}-03-0${number}\n    takes_effect: ${year}-09-0${number}\n    documents: [final-rule]
  - id: corrected-before\n    kind: corrected\n    announced: ${year}-08-0${number}
  - id: corrected-after\n    kind: corrected\n    announced: ${year + 1}-01-0${number}`);
}

export function notices(number) {
  const notice = (statuses, seed) =>
    page(`provenance: service\nregulation: ${regulationId(number)}\nstatuses: [${statuses}]`, paragraph(seed, 2));
  return {
    [`${regulationId(number)}-announced`]: notice('pending', 10 + number),
    [`${regulationId(number)}-in-effect`]: notice('effective, partially_effective', 20 + number),
  };
}

export const toolkit = (number, {regulation, resources}) => page(`title: Synthetic Toolkit ${number}
canonical_url: https://www.example.org/toolkits/${number}\nregulation: ${regulation}
sections: [target-audience, toolkit-contents, in-depth, republication]\nresources: [${resources.join(', ')}]`);

export const sections = (number) => ({
  'target-audience': page('title: Target Audience\nfollowed_by: survivor_redirect', paragraph(number * 4, 4)),
  'toolkit-contents': page('title: Toolkit Contents\nfollowed_by: resources'),
  'in-depth': page(`title: In Depth\nlinks:\n  more: https://www.example.org/more/${number}`,
    `${paragraph(number * 4 + 1, 5)}\n\n${paragraph(number * 4 + 2, 5)} See [more][more].`),
  republication: page('title: Republication\nfollowed_by: rights'),
});

export function resource(number, place, regulation) {
  const kinds = {guide: 'Guide', checklist: 'Checklist', video: 'Video', template: 'Template'};
  const kind = Object.keys(kinds)[(number + place) % 4];
  const year = 2018 + ((number + place) % 8);
  const title = sentence(chooser(number * 8 + place), 5).slice(0, -1);
  return page(`kind: ${kind}\nkind_label: ${kinds[kind]}\ntitle: ${title}\nas_listed: "${kinds[kind]}: ${title} (${year})"
href: https://www.example.org/resources/${number}/${place}\naudiences: [attorney, legal_representative]\nregulation: ${regulation}
dates:\n  - value: ${year}\n    label: "${year}"\n    role: dated`);
}
