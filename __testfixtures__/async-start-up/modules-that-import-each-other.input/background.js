import './badge.js';
import { load } from './load.js';

export let rules = [];
load().then((stored) => {
  rules = stored.rules;
});
