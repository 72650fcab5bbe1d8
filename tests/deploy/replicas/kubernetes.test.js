// deploy/kubernetes, as kustomize builds it: right by the published schema, in step with itself, with the service and its content.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {until} from '../../attack/process.js';
import {emptyFolder} from '../../contract/support/editing.js';
import {content, root, start} from '../../contract/support/service.js';
import {get} from '../../contract/support/wire.js';
import {faultsOf} from '../support/kubernetes_schema.js';
import {build} from '../support/kustomize.js';
import {layVolume} from '../support/volume.js';

const built = {base: build('base'), example: build('overlays/example')};
const one = (kind, objects = built.base) => objects.find((each) => each.kind === kind);
const image = fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const deployment = one('Deployment');
const pod = deployment.spec.template;
const container = pod.spec.containers[0];
const setting = (name) => container.env.find((each) => each.name === name)?.value;
const selects = (selector, labels) => Object.entries(selector).every(([name, value]) => labels[name] === value);

function changed(kind, change) {
  const copy = structuredClone(one(kind));
  change(copy);
  return faultsOf([copy]);
}

for (const [name, objects] of Object.entries(built)) {
  test(`${name} is right by the published schema of Kubernetes`, async () => {
    assert.deepEqual(objects.map(({kind}) => kind).sort(), ['ConfigMap', 'Deployment', 'HorizontalPodAutoscaler', 'Namespace',
      'NetworkPolicy', 'PodDisruptionBudget', 'Service']);
    assert.deepEqual(await faultsOf(objects), []);
  });
}

test('a field that is misspelt, deep down too, is a fault', async () => {
  assert.match((await changed('Deployment', ({spec}) => (spec.template.spec.containers[0].readinesProbe = {}))).join(), /readinesProbe/);
  assert.match((await changed('PodDisruptionBudget', ({spec}) => (spec.maxUnavailabe = 1))).join(), /maxUnavailabe/);
  assert.match((await changed('NetworkPolicy', ({spec}) => (spec.ingress[0].form = []))).join(), /form/);
});

test('a value that cannot be, and a field that is missing, are faults', async () => {
  assert.notDeepEqual(await changed('Deployment', ({spec}) => (spec.minReadySeconds = 'five')), []);
  assert.notDeepEqual(await changed('Deployment', ({spec}) => (spec.strategy.type = 'Rolling')), []);
  assert.notDeepEqual(await changed('Deployment', ({spec}) => delete spec.selector), []);
});

test('every object but the namespace is in it, and it enforces the restricted standard', () => {
  const namespace = one('Namespace');
  assert.equal(namespace.metadata.labels['pod-security.kubernetes.io/enforce'], 'restricted');
  for (const each of built.base) if (each !== namespace) assert.equal(each.metadata.namespace, namespace.metadata.name, each.kind);
});

test('selectors select the pods, and the autoscaler the deployment', () => {
  const {labels} = pod.metadata;
  assert.ok(selects(deployment.spec.selector.matchLabels, labels));
  assert.ok(selects(one('Service').spec.selector, labels));
  assert.ok(selects(one('PodDisruptionBudget').spec.selector.matchLabels, labels));
  assert.ok(selects(one('NetworkPolicy').spec.podSelector.matchLabels, labels));
  for (const {labelSelector} of pod.spec.topologySpreadConstraints) assert.ok(selects(labelSelector.matchLabels, labels));
  const {apiVersion, kind, metadata: {name}} = deployment;
  assert.deepEqual(one('HorizontalPodAutoscaler').spec.scaleTargetRef, {apiVersion, kind, name});
  assert.equal(deployment.spec.replicas, undefined, 'the autoscaler says how many');
});

test('ports agree with each other, and with the image’s', () => {
  assert.deepEqual(container.ports[0], {name: 'http', containerPort: Number(/TOOLKITD_PORT=(\d+)/.exec(image)[1])});
  const ports = [one('Service').spec.ports[0].targetPort, one('NetworkPolicy').spec.ingress[0].ports[0].port,
    ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => container[probe].httpGet.port)];
  assert.deepEqual([...new Set(ports)], ['http']);
});

test('the metrics are where the image has them', () => {
  assert.deepEqual(container.ports.slice(1), [{name: 'metrics', containerPort: Number(/TOOLKITD_METRICS_ADDRESS=\S+:(\d+)/.exec(image)[1])}]);
});

test('pods are restricted, as the Pod Security Standards define it', () => {
  const {hostNetwork, hostPID, hostIPC, securityContext, volumes} = pod.spec;
  assert.deepEqual([hostNetwork, hostPID, hostIPC], [undefined, undefined, undefined]);
  assert.equal(securityContext.runAsNonRoot, true);
  assert.equal(securityContext.seccompProfile.type, 'RuntimeDefault');
  assert.match(image, new RegExp(`^USER ${securityContext.runAsUser}:${securityContext.runAsGroup}$`, 'm'));
  const own = container.securityContext;
  assert.deepEqual(own.capabilities, {drop: ['ALL']});
  assert.deepEqual([own.allowPrivilegeEscalation, own.readOnlyRootFilesystem, own.privileged], [false, true, undefined]);
  for (const volume of volumes) assert.deepEqual(Object.keys(volume).filter((key) => key !== 'name'), ['configMap']);
  assert.equal(pod.spec.automountServiceAccountToken, false);
});

test('only the ingress controller reaches the service and only Prometheus the metrics, and nothing goes out', () => {
  const {policyTypes, ingress, egress} = one('NetworkPolicy').spec;
  assert.deepEqual(policyTypes, ['Ingress', 'Egress']);
  assert.ok(!egress?.length);
  const allowed = ingress.map(({from, ports}) => [from.map(({podSelector}) => podSelector.matchLabels['app.kubernetes.io/name']), ports]);
  const port = (name) => [{protocol: 'TCP', port: name}];
  assert.deepEqual(allowed, [[['ingress-nginx'], port('http')], [['prometheus'], port('metrics')]]);
  for (const {from} of ingress) assert.ok(from[0].namespaceSelector && from[0].podSelector);
});

test('a pod has the time to drain before it is killed, and a roll-out takes none away before there is another', () => {
  const drain = Number(setting('TOOLKITD_DRAIN_DELAY')) + Number(setting('TOOLKITD_DRAIN_TIME'));
  assert.ok(pod.spec.terminationGracePeriodSeconds > drain);
  const {periodSeconds, failureThreshold} = container.readinessProbe;
  assert.ok(Number(setting('TOOLKITD_DRAIN_DELAY')) > periodSeconds * failureThreshold);
  assert.equal(deployment.spec.strategy.rollingUpdate.maxUnavailable, 0);
});

test('the ConfigMap’s files are those of the content, and each gets its path again', () => {
  const files = fs.readdirSync(content, {recursive: true}).filter((each) => each.endsWith('.md') && each !== 'README.md').sort();
  const {name, items} = pod.spec.volumes[0].configMap;
  const map = one('ConfigMap');
  assert.equal(name, map.metadata.name);
  assert.deepEqual(items.map((item) => item.path).sort(), files);
  assert.deepEqual(items.map((item) => item.key).sort(), Object.keys(map.data).sort());
  for (const item of items) assert.equal(map.data[item.key], fs.readFileSync(path.join(content, item.path), 'utf8'));
  assert.ok(JSON.stringify(map).length < 1024 * 1024 / 2, 'a ConfigMap holds a mebibyte');
});

test('the content is mounted whole, where the image looks for it', () => {
  const [mount] = container.volumeMounts;
  assert.deepEqual(mount, {name: pod.spec.volumes[0].name, mountPath: '/srv/toolkitd/config/content', readOnly: true});
});

test('a service on such a volume has the revision of the content, answers its probes, and sees an edit', async () => {
  const volume = layVolume(emptyFolder(), pod.spec.volumes[0].configMap.items);
  const {data} = one('ConfigMap');
  volume.publish(data);
  const [mounted, plain] = await Promise.all([start({contentDir: volume.folder}), start({contentDir: content})]);
  const revision = async (service) => (await get(service, '/version')).json.content_revision;
  assert.equal(await revision(mounted), await revision(plain));
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
    assert.equal((await get(mounted, container[probe].httpGet.path)).status, 200, probe);
  }
  const toolkit = 'toolkits_lereporting_toolkit.md';
  volume.publish({...data, [toolkit]: data[toolkit].replace(/^title: .*$/m, 'title: Edited')});
  await until(async () => (await revision(mounted)) !== (await revision(plain)), 'it sees the edit', 60_000);
});

test('every setting is one that the service has', () => {
  const said = fs.readFileSync(path.join(root, 'service/app/setting_options.cpp'), 'utf8');
  const all = built.example.find(({kind}) => kind === 'Deployment').spec.template.spec.containers[0].env;
  for (const {name} of all) assert.ok(said.includes(`"${name.replace('TOOLKITD_', '').toLowerCase()}"`), name);
});

test('the example changes the image, the address and the size, and nothing else', () => {
  const theirs = one('Deployment', built.example).spec.template.spec.containers[0];
  assert.match(theirs.image, /^toolkitd:./);
  assert.match(container.image, /^toolkitd:./);
  assert.equal(theirs.env.find(({name}) => name === 'TOOLKITD_PUBLIC_URL').value, 'https://toolkits.example.org');
  for (const each of container.env) assert.ok(theirs.env.some(({name, value}) => name === each.name && value === each.value), each.name);
  assert.equal(one('HorizontalPodAutoscaler', built.example).spec.minReplicas, 3);
});
