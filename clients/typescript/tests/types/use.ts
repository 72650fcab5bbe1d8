// What a program written against today's client does. It must compile for as long as the contract keeps its promise.
import {
  ToolkitClient, ToolkitNetworkError, ToolkitProblem,
  type Answer, type Audience, type RegulationStatus, type Resource, type Rights, type Section, type Toolkit,
} from '@toolkitd/client';

const client = new ToolkitClient('https://service.example', {maxEntries: 10});

// Words that the contract knows today; it may learn more.
export const statuses: RegulationStatus['status'][] = [
  'proposed', 'pending', 'effective', 'partially_effective', 'delayed', 'stayed', 'enjoined', 'vacated', 'withdrawn', 'superseded', 'unknown'];
export const states: Resource['currency']['state'][] = ['current', 'predates_rule', 'undetermined'];

export async function flag(): Promise<string> {
  const {data} = await client.status({asOf: new Date(), signal: new AbortController().signal});
  const inEffect: boolean | null = data.in_effect;
  const next: string | undefined = data.next_change?.at;
  const notice: string | undefined = data.notice?.text.html;
  return [inEffect, next, notice, data.since, data.reason.text].join();
}

export async function page(): Promise<string[]> {
  const answer: Answer<Toolkit> = await client.toolkit('lereporting', {asOf: '2024-08-28'});
  const {data, rights, audience, links, meta, source} = answer;
  const help: Audience['survivor_redirect'] = audience.survivor_redirect;
  const until: string | null = meta.valid_until;
  const number: string | undefined = help.hotline?.number;
  const title: string = data.title;
  const sections: Section[] = data.sections;
  const copy: 'service' | 'copy' | 'stale-copy' = source;
  return [title, rights.text, rights.holder, help.text.text, links.canonical, String(until), String(number), copy, ...sections.map(({text}) => text.html)];
}

export async function lists(): Promise<string[]> {
  const [toolkits, sections, section, resources, resource, regulations, regulation, status] = await Promise.all([
    client.toolkits(), client.sections('a'), client.section('a', 'b'),
    client.resources({kind: 'video', audience: 'attorney', currency: 'current', toolkit: 'a'}), client.resource('a'),
    client.regulations(), client.regulation('a'), client.regulationStatus('a')]);
  const terms: Rights = (await client.rights()).data;
  const grants: null = terms.grant_numbers;
  const href: string | null = resource.data.href;
  return [toolkits.data[0]?.title, sections.data[0]?.text.markdown, section.data.title, resources.data[0]?.as_listed,
    regulations.data[0]?.citation, regulation.data.timeline[0]?.announced.at, status.data.status, href, grants, terms.text.html].map(String);
}

export function explain(error: unknown): string {
  if (error instanceof ToolkitProblem) return [error.type, error.title, error.status, error.detail, error.parameter, error.allowed?.join()].join();
  return error instanceof ToolkitNetworkError ? error.message : '';
}

// @ts-expect-error a state that no resource can be in
client.resources({currency: 'old'});
// @ts-expect-error a number is no instant
client.status({asOf: 0});
// @ts-expect-error an option that nobody knows
client.status({as_of: '2024-08-28'});
