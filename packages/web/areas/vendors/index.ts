export { WaitingApproval } from './approval-card.tsx'
