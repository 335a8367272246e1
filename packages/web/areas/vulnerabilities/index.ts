export { Progress } from './progress.tsx'
export { ResponseStepForm, type StepWanted } from './response-step-form.tsx'
export { ResponseSteps } from './response-steps.tsx'
export { WeakNow } from './weak-now.tsx'
