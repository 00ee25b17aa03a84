import './background/index.ts';
import './background/menus.ts';
