/** Calls that ask, or whose effect lasts when the background is unloaded. */
export const LASTING = /^((action|browserAction|pageAction|bookmarks|browsingData|contextualIdentities|cookies|downloads|history|notifications|scripting|sessions|tabGroups|theme|topSites|windows)\.(?!on[A-Z]|openPopup)\w+|tabs\.(?!on[A-Z]|connect|capture)\w+|storage\.(local|sync|managed|session)\.(get\w*|set|remove|clear)|alarms\.(create|clear|clearAll|get|getAll)|management\.get\w*|permissions\.(contains|getAll)|idle\.queryState|webNavigation\.get\w+|runtime\.(getPlatformInfo|getBrowserInfo|sendMessage|sendNativeMessage|setUninstallURL))$/;

/** Calls that only ask. */
export const QUESTIONS = /\.(get|query|search|is|contains|detect)(?![a-z])\w*$/;
