export { riskProblem, riskProblems } from './problems.ts'
export { riskHandlers } from './routes.ts'
export { agreementFor, vendorAgreementsOf } from './vendor.ts'
