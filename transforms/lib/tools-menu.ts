import type { Extension } from './extension.ts';
import { once } from './source.ts';

/** Whether menu items may stand in Firefox's Tools menu: `menus` knows that context, `contextMenus` refuses it. */
export const hasToolsMenu = once(({ hasFirefox, scripts }: Extension): boolean => hasFirefox && scripts.some(({ text }) => /(['"`])tools_menu\1|\bTOOLS_MENU\b/.test(text)));
