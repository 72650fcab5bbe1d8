// What the service answers to the element, in the shape of /embed/{toolkit}/fragment, with the parts that a test chooses.
const kNotices = {
  pending: {en: 'Important Update: these changes will be effective starting August 28, 2024.', es: 'Important Update: these changes will be effective starting August 28, 2024.'},
  effective: {en: 'The T visa final rule took effect on August 28, 2024.', es: 'La norma definitiva sobre la visa T entró en vigor el 28 de agosto de 2024.'},
};

export const at = '2024-08-28T04:00:00Z';

// `status`: of the notice; null: no notice. `alone`: the status stands without a notice. `more`: markup that stands in the first section.
export function fragment({status = 'effective', alone = false, validUntil = '', revision = '0f1e2d3c4b5a6978', lang = 'en', heading = 2, more = ''} = {}) {
  const part = alone ? 'status' : 'notice';
  const notice = status && kNotices[status] ?
    `<div class="ct-${part}" data-status="${status}"><p class="ct-status">${status}</p><p>${kNotices[status][lang]}</p></div>` : '';
  return `<div class="cast-toolkit" lang="${lang}" data-toolkit="lereporting" data-status="${status ?? 'unknown'}">
  <div class="ct-redirect"><p>If you are a survivor pursuing a T visa or are not an attorney or accredited representative, please connect with an attorney for assistance.</p><p>CAST’s hotline for survivors: <a href="tel:+18885392373">1-888-539-2373</a></p></div>
  ${notice}
  <h${heading}>Reporting Trafficking Victimization to Law Enforcement</h${heading}>
  <section class="ct-section"><h${heading + 1}>Target Audience</h${heading + 1}><p>This toolkit is for use by attorneys and legal representatives preparing to help a trafficking survivor report their victimization to law enforcement. The toolkit addresses the T visa law enforcement cooperation requirement in detail and reviews important considerations that legal advocates should discuss with their survivor client prior to engaging with law enforcement.</p>${more}</section>
  <section class="ct-section"><h${heading + 1}>Toolkit Contents</h${heading + 1}><ul><li class="ct-resource">Practice Advisory: CAST Law Enforcement Cooperation Guide (updated January 2024)</li><li class="ct-resource">Video: Reporting Trafficking Victimization to Law Enforcement (5 mins, November 2022)</li></ul></section>
  <section class="ct-section"><h${heading + 1}>Additional Resources</h${heading + 1}><p>To request individual technical assistance, please complete the form <a href="https://casttta.nationbuilder.com/individual_ta">linked here</a>.</p></section>
  <footer class="ct-rights"><p>All materials provided by CAST, including advisories and other resources, are protected by copyright and cannot be republished without express permission from CAST. Our materials are made freely accessible thanks to OVC and OVW grants, and we are committed to ensuring they remain accessible to all. We strictly prohibit placing any of our materials behind a paywall.</p></footer>
  <p class="ct-validity" data-valid-from="2024-04-30T04:00:00Z" data-valid-until="${validUntil}" data-content-revision="${revision}">Content revision ${revision}.</p>
</div>`;
}

// The page for a frame; `high` is the height of its content in pixels, `content` the parts of its fragment.
export const framePage = (high, content = {}) => `<!doctype html><html lang="en"><title>Toolkit</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/frame.css"><script type="module" src="/embed/frame.js"></script><body>
<nav class="ct-exit"><a target="_blank" rel="noopener noreferrer" href="https://www.weather.gov/">Exit this page</a></nav>
<template><div class="ct-notice"><p>The current status of this rule could not be confirmed. See <a href="https://casttta.nationbuilder.com/lereporting">the original page</a>.</p></div></template>
<main class="high-${high}">${fragment(content)}</main>`;
