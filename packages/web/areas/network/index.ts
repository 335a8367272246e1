export { FindingWay } from './finding-way.tsx'
