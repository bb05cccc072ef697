export { coefficientOfVariationOf, meanSecondsOf, samplerOf, type Sampler } from './distributions.ts';
export { standardExponential } from './exponential.ts';
export { portableGamma } from './gamma.ts';
export { keyCountOf, keySamplerOf, keyStepsUpTo, type KeySampler } from './key-popularity.ts';
export { standardNormal } from './normal.ts';
export { Popularity } from './popularity.ts';
export { portableExp, portableLog, portablePower } from './portable-math.ts';
export { portableCosine, portableSine } from './portable-sine.ts';
export { hash, mix, RandomStream } from './random-stream.ts';
