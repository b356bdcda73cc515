import { browser } from 'wxt/browser';

type PanelApi = { open?: (options: { tabId?: number; windowId?: number }) => Promise<void> };
type SidebarApi = { open?: () => Promise<void> };

/**
 * Opens the side panel (Firefox: the sidebar) and says whether it did. Has to be called before anything is awaited in
 * the listener of a click or a shortcut; where the gesture is gone, or the browser has no such thing, the answer is
 * false and the caller says so.
 */
export async function openPanelNow(tabId: number | undefined, windowId?: number): Promise<boolean> {
  const { sidePanel, sidebarAction } = browser as unknown as { sidePanel?: PanelApi; sidebarAction?: SidebarApi };
  try {
    if (sidePanel?.open !== undefined) {
      if (tabId !== undefined) await sidePanel.open({ tabId });
      else if (windowId !== undefined) await sidePanel.open({ windowId });
      else return false;
      return true;
    }
    if (sidebarAction?.open !== undefined) {
      await sidebarAction.open();
      return true;
    }
    return false;
  } catch {
    return false; // no gesture, or a window without panels: the next click does it
  }
}
