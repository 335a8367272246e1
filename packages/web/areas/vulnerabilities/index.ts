export { Progress } from './progress.tsx'
export { ResponseStepForm } from './response-step-form.tsx'
export { ResponseSteps } from './response-steps.tsx'
