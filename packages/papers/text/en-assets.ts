import type { jaAssets } from './ja-assets.ts'

/** The list of devices and the labels to stick on them. */
export const enAssets: typeof jaAssets = {
  assets: {
    listTitle: 'List of devices',
    labelsTitle: 'Labels for devices',
    lead: 'As of {day}. Devices: {count}.',
    none: 'There are no devices to list.',
    name: 'Device',
    kind: 'Kind',
    tag: 'Asset tag',
    room: 'Room',
    owner: 'Answers for it',
    vendor: 'Vendor',
    support: 'Support ends on',
    checked: 'Checked',
    group: '{name} ({count})',
    number: 'No. {number}',
    unlisted: 'not listed yet',
  },
}
