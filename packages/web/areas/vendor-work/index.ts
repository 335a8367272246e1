export { ClientWeaknesses, useAskedByLink } from './client-weaknesses.tsx'
export { ReplyPageFile } from './reply-page-file.tsx'
export { VisitActs, type VisitStepWanted } from './visit-acts.tsx'
export { VisitCard } from './visit-card.tsx'
