import type { API, FileInfo, Options } from 'jscodeshift';
import actionApi from './action-api.ts';
import actionArguments from './action-arguments.ts';
import actionKey from './action-key.ts';
import actionNames from './action-names.ts';
import activeTabEvents from './active-tab-events.ts';
import apiTypes from './api-types.ts';
import appApi from './app-api.ts';
import asyncStartUp from './async-start-up.ts';
import backgroundCalls from './background-calls.ts';
import backgroundEntry from './background-entry.ts';
import backgroundPage from './background-page.ts';
import blockingWebRequest from './blocking-web-request.ts';
import browserDetection from './browser-detection.ts';
import browserNamespace from './browser-namespace.ts';
import chromeFavicon from './chrome-favicon.ts';
import connections from './connections.ts';
import crossOriginContentFetch from './cross-origin-content-fetch.ts';
import currentTab from './current-tab.ts';
import currentWindow from './current-window.ts';
import browserSpecificSettings from './browser-specific-settings.ts';
import contentSecurityPolicy from './content-security-policy.ts';
import dialogs from './dialogs.ts';
import dom from './dom.ts';
import dynamicApiAccess from './dynamic-api-access.ts';
import eventOrder from './event-order.ts';
import extensionApi from './extension-api.ts';
import extensionViews from './extension-views.ts';
import firefoxOptions from './firefox-options.ts';
import globalObject from './global-object.ts';
import globalState from './global-state.ts';
import hostPermissions from './host-permissions.ts';
import lateListeners from './late-listeners.ts';
import libraries from './libraries.ts';
import manifestKeys from './manifest-keys.ts';
import manifestVersion from './manifest-version.ts';
import menuItems from './menu-items.ts';
import menusNamespace from './menus-namespace.ts';
import menus from './menus.ts';
import messageAnswers from './message-answers.ts';
import otherBrowsers from './other-browsers.ts';
import pageActionApi from './page-action-api.ts';
import pageLifetime from './page-lifetime.ts';
import pageWorldInjection from './page-world-injection.ts';
import browserStart from './browser-start.ts';
import browserStyle from './browser-style.ts';
import notificationOptions from './notification-options.ts';
import optionsPage from './options-page.ts';
import reservedNames from './reserved-names.ts';
import shortcuts from './shortcuts.ts';
import sleepingEvents from './sleeping-events.ts';
import minimumVersions from './minimum-versions.ts';
import localStorage from './local-storage.ts';
import locales from './locales.ts';
import missingFiles from './missing-files.ts';
import permissionNames from './permission-names.ts';
import permissions from './permissions.ts';
import ports from './ports.ts';
import projectFiles from './project-files.ts';
import promisesOfChrome from './promises-of-chrome.ts';
import registeredContentScripts from './registered-content-scripts.ts';
import remoteCode from './remote-code.ts';
import requests from './requests.ts';
import scripting from './scripting.ts';
import selectedTabs from './selected-tabs.ts';
import startUpEffects from './start-up-effects.ts';
import suspendHandlers from './suspend-handlers.ts';
import tabsApi from './tabs-api.ts';
import themes from './themes.ts';
import timers from './timers.ts';
import unsupportedApis from './unsupported-apis.ts';
import userGesture from './user-gesture.ts';
import webAccessibleResources from './web-accessible-resources.ts';
import webStorage from './web-storage.ts';
import workerOnlyNames from './worker-only-names.ts';
import xhr from './xhr.ts';
import { runAlone, type Transform } from './lib/define.ts';

/** All transforms. The order only decides who goes first where two want the same place. */
export const transforms: readonly Transform[] = [
  manifestVersion,
  actionKey,
  hostPermissions,
  permissionNames,
  webAccessibleResources,
  contentSecurityPolicy,
  browserSpecificSettings,
  manifestKeys,
  themes,
  optionsPage,
  browserStyle,
  shortcuts,
  reservedNames,
  missingFiles,
  locales,
  minimumVersions,
  backgroundEntry,
  actionApi,
  pageActionApi,
  actionNames,
  extensionApi,
  requests,
  tabsApi,
  activeTabEvents,
  selectedTabs,
  appApi,
  menusNamespace,
  menuItems,
  actionArguments,
  extensionViews,
  chromeFavicon,
  browserDetection,
  browserNamespace,
  apiTypes,
  promisesOfChrome,
  dynamicApiAccess,
  unsupportedApis,
  notificationOptions,
  firefoxOptions,
  backgroundCalls,
  timers,
  lateListeners,
  localStorage,
  asyncStartUp,
  globalState,
  menus,
  scripting,
  registeredContentScripts,
  pageWorldInjection,
  permissions,
  startUpEffects,
  browserStart,
  userGesture,
  globalObject,
  dom,
  xhr,
  webStorage,
  dialogs,
  blockingWebRequest,
  connections,
  libraries,
  remoteCode,
  crossOriginContentFetch,
  backgroundPage,
  messageAnswers,
  currentTab,
  currentWindow,
  ports,
  eventOrder,
  suspendHandlers,
  pageLifetime,
  sleepingEvents,
  workerOnlyNames,
  projectFiles,
  otherBrowsers,
];

/** The whole set as one jscodeshift transform. */
export default function all(file: FileInfo, api: API, options: Options = {}): string | undefined {
  return runAlone(transforms, file, api, options);
}
