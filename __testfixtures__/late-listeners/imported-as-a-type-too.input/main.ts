import { Counter } from './counter';
import { limits } from './limits';
import type * as all from './limits';

const counter = new Counter(limits);

export type Everything = typeof all;

limits.load().then(() => counter.show());
