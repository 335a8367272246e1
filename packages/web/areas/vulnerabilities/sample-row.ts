import type { VulnerabilityRow } from '@mimamori/contract'

const says = { ja: '遠隔保守の道が、この機器につながっています。', en: '' }

/** A row for tests: an entrance with a weakness that attacks use, of a version that nobody knows. */
export const bareRow: VulnerabilityRow = {
  id: 'd:gate|firmware',
  product: 'fortios',
  name: 'FortiOS',
  verdict: 'affected',
  devices: 1,
  shown: [{ asset: 'd:gate', name: '読影VPN装置' }],
  exposure: 'remote-path',
  exposureSays: says,
  action: 'days-3',
  actionSays: says,
  assumedSays: [],
  humanSays: says,
  services: [],
  isLate: false,
  knownExploited: true,
  ransomware: true,
  advisories: 1,
  first: { advisory: 'CVE-2099-1001', title: 'A weakness', titleLang: 'en' },
  dutySays: says,
  state: 'new',
  isDue: true,
}
