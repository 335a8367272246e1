export { IncidentPanel } from './incident-panel.tsx'
