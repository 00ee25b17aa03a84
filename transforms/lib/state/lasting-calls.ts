/** Calls that ask, or whose effect lasts when the background is unloaded. */
export const LASTING = /^((action|browserAction|pageAction|bookmarks|browsingData|contextualIdentities|cookies|downloads|history|notifications|scripting|sessions|tabGroups|theme|topSites|windows)\.(?!on[A-Z]|openPopup)\w+|tabs\.(?!on[A-Z]|connect|capture)\w+|storage\.(local|sync|managed|session)\.(get\w*|set|remove|clear)|alarms\.(create|clear|clearAll|get|getAll)|management\.get\w*|permissions\.(contains|getAll)|idle\.queryState|webNavigation\.get\w+|runtime\.(getPlatformInfo|getBrowserInfo|sendMessage|sendNativeMessage|setUninstallURL))$/;

/** Calls that only ask. */
export const QUESTIONS = /\.(get|query|search|is|contains|detect)(?![a-z])\w*$/;

/** What is made with these an unload closes, and no later event has it. */
export const CONNECTION = /^(WebSocket|EventSource|Worker|SharedWorker|Audio|AudioContext|RTCPeerConnection)$/;

/** Calls of extension APIs of which what they open ends with the background. */
export const CONNECTING = /^(runtime|tabs)\.connect(Native)?$|^(contentScripts|userScripts)\.register$/;
