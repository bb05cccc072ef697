export { AlertLifecycle, type AlertDurations, type AlertState } from './alert-lifecycle.ts';
export { BurnRateRule, type BurnRateRuleOptions } from './burn-rate-rule.ts';
export { burnRateWindows, type BurnRateWindows } from './burn-rate-windows.ts';
export { ErrorBudget } from './error-budget.ts';
export { errorBudgetRatio, type ServiceLevelObjective } from './objective.ts';
export { SlidingErrorRatio } from './sliding-error-ratio.ts';
export { ThresholdRule, type ThresholdRuleOptions } from './threshold-rule.ts';
