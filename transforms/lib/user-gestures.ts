/** The extension APIs that a browser allows only while it handles the user's gesture. */
export const NEEDS_GESTURE = /^(permissions\.request|(action|browserAction|pageAction)\.openPopup|sidePanel\.open|sidebarAction\.(open|close|toggle))$/;
