import type { jaOpen } from './ja-open.ts'

/** What to ask and to find out. */
export const enOpen: typeof jaOpen = {
  open: {
    title: 'To ask and to find out',
    lead: 'What is not known yet. Write the answer down when you have it and copy it to the screen.',
    none: 'There is nothing to ask or to find out now.',
    ofVendor: 'To ask {vendor}',
    ofSome: 'To ask a vendor (decide which one)',
    ofHouse: 'To find out at {us}',
    question: 'To ask or to find out',
    since: 'Noted on',
    asked: 'Asked on',
    answer: 'Answer',
    also: 'Please tell us these things as well.',
    item: '{number} {question}',
    facts: {
      vendor: 'Which company looks after {system}?',
      contract: 'Is there a maintenance contract for {system}?',
      remoteMaintenance: 'Is {system} worked on or checked from outside?',
      backup: 'How is {system} backed up?',
      alsoClinic: 'Is it registered as a clinic too?',
      advancedTreatment: 'Is it an advanced treatment hospital?',
      chartPcBrowsesInternet: 'Can the chart PCs open web pages?',
      guestWifi: 'Is there Wi-Fi for patients?',
      vendorPlacedEquipment: 'Is there network equipment that a company has placed?',
    },
  },
}
