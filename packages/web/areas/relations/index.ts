export { RelationHistory } from './history.tsx'
