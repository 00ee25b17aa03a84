import { tabsSeen } from '../../common/tabs-seen';
import { label } from './labels';
import type { Shape } from '../../common/shape';
import { Colour } from '../../common/colour';
import { flags } from './flags';
import { store } from './store';
import { names } from './store/names';
import icon from './assets/icon.svg';
import rules from './rules.json';
import { share } from '@/share';
import worker from './worker?url';
import mitt from 'mitt';
import 'virtual:reload';
export * from '../../common/events';
const { count } = require('../../common/count');

let colour: Colour | undefined;

chrome.tabs.onCreated.addListener((tab) => {
  tabsSeen.add(tab.id!);
  share(label(names, icon, rules, flags, store, worker, mitt, count(), colour as unknown as Shape));
});
