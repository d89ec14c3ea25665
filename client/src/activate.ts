import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { createReadingCopies, type ReadingCopies } from './aloud/readingCopy.ts';
import { createTimeBar, type TimeBar } from './aloud/timeBar.ts';
import { APPLY_AND_SAVE, applyAndSave } from './applyAndSave.ts';
import { checkCurrentFile } from './commands/checkCurrentFile.ts';
import { type CheckPlaceholdersOptions, checkPlaceholders } from './commands/checkPlaceholders.ts';
import { demoteSection } from './commands/demoteSection.ts';
import { type ExportWordOptions, exportWord } from './commands/exportWord.ts';
import { fillEach } from './commands/fillEach.ts';
import { type FillOptions, fillEntity } from './commands/fillEntity.ts';
import { importWord } from './commands/importWord.ts';
import { keepPlaceholder } from './commands/keepPlaceholder.ts';
import { makeOpinions } from './commands/makeOpinions.ts';
import { type MaskOptions, maskDraft } from './commands/maskDraft.ts';
import { moveSectionDown } from './commands/moveSectionDown.ts';
import { moveSectionUp } from './commands/moveSectionUp.ts';
import { nextPlaceholder } from './commands/nextPlaceholder.ts';
import { openReview } from './commands/openReview.ts';
import { openSample } from './commands/openSample.ts';
import { openWalkthrough } from './commands/openWalkthrough.ts';
import { previousPlaceholder } from './commands/previousPlaceholder.ts';
import { promoteSection } from './commands/promoteSection.ts';
import { renumber } from './commands/renumber.ts';
import { renumberAll } from './commands/renumberAll.ts';
import { createReusePages, type ShownReuse } from './commands/showReuse.ts';
import { type UnmaskOptions, unmaskDraft } from './commands/unmaskDraft.ts';
import { createLedgerView, type LedgerView } from './ledger/view.ts';
import { createReviewList, type ReviewList } from './review/list.ts';
import { createReviewView, type ReviewView } from './review/view.ts';
import { type CompareOptions, createComparer } from './rounds/compare.ts';
import { createSources } from './rounds/sources.ts';
import { type ChangesView, createChangesView } from './rounds/view.ts';
import { createSession, type ServerHost, type Session } from './session.ts';
import { createStatusBar, type StatusBar } from './statusBar.ts';
import { createWorkspaceFindings } from './workspaceFindings.ts';

/** What other extensions, and the tests, can see of this one. */
export interface HegaoApi {
  readonly session: Session;
  readonly statusBar: StatusBar;
  readonly list: ReviewList;
  readonly review: ReviewView;
  readonly ledger: LedgerView;
  readonly changes: ChangesView;
  readonly timeBar: TimeBar;
  readonly readingCopies: ReadingCopies;
}

/** What the extension does, the same on every host. The server starts with the first document that is to be checked. */
export function activateOn(host: ServerHost, context: vscode.ExtensionContext): HegaoApi {
  const session = createSession(context, host);
  const findings = createWorkspaceFindings();
  const list = createReviewList(session);
  const review = createReviewView(list);
  const ledger = createLedgerView(session, context.extensionUri);
  const statusBar = createStatusBar(list);
  const timeBar = createTimeBar(session);
  const readingCopies = createReadingCopies(session);
  const reusePages = createReusePages();
  const changes = createChangesView();
  const comparer = createComparer(session, createSources(context.workspaceState), changes);
  context.subscriptions.push(
    { dispose: () => session.stop() },
    findings,
    list,
    review,
    ledger,
    statusBar,
    timeBar,
    readingCopies,
    session.onDidStart(() => findings.dropCovered()),
    vscode.commands.registerCommand('hegao.checkPlaceholders', (options?: CheckPlaceholdersOptions) =>
      checkPlaceholders(session, { findings, list }, options),
    ),
    vscode.commands.registerCommand('hegao.checkCurrentFile', checkCurrentFile),
    vscode.commands.registerCommand('hegao.nextPlaceholder', () => nextPlaceholder(session, list)),
    vscode.commands.registerCommand('hegao.previousPlaceholder', () => previousPlaceholder(session, list)),
    vscode.commands.registerCommand('hegao.fillEntity', (node: unknown, options?: FillOptions) =>
      fillEntity(session, list, review, node, options),
    ),
    vscode.commands.registerCommand('hegao.fillEach', (node: unknown, options?: FillOptions) =>
      fillEach(session, list, node, options),
    ),
    vscode.commands.registerCommand('hegao.keepPlaceholder', (node: unknown) =>
      keepPlaceholder(session, list, review, findings, node),
    ),
    vscode.commands.registerCommand('hegao.openReview', (uri: unknown, position: unknown) =>
      openReview(review, uri, position),
    ),
    vscode.commands.registerCommand('hegao.exportWord', (options?: ExportWordOptions) =>
      exportWord(session, host, options),
    ),
    vscode.commands.registerCommand('hegao.showLedger', () => ledger.open()),
    vscode.commands.registerCommand('hegao.copyLedger', () => ledger.copy()),
    vscode.commands.registerCommand('hegao.importWord', (file: unknown) => importWord(session, file)),
    vscode.commands.registerCommand('hegao.print', () => readingCopies.open()),
    vscode.commands.registerCommand('hegao.savePrint', (target?: vscode.Uri) =>
      readingCopies.save(target instanceof vscode.Uri && target.path.endsWith('.html') ? target : undefined),
    ),
    vscode.commands.registerCommand('hegao.openSample', () => openSample(context.extensionUri)),
    vscode.commands.registerCommand('hegao.openWalkthrough', openWalkthrough),
    vscode.commands.registerCommand('hegao.renumber', () => renumber(session)),
    vscode.commands.registerCommand('hegao.renumberAll', () => renumberAll(session)),
    vscode.commands.registerCommand('hegao.promoteSection', () => promoteSection(session)),
    vscode.commands.registerCommand('hegao.demoteSection', () => demoteSection(session)),
    vscode.commands.registerCommand('hegao.moveSectionUp', () => moveSectionUp(session)),
    vscode.commands.registerCommand('hegao.moveSectionDown', () => moveSectionDown(session)),
    vscode.commands.registerCommand('hegao.maskDraft', (options?: MaskOptions) =>
      maskDraft(session, host.createPrivate, options),
    ),
    vscode.commands.registerCommand('hegao.unmaskDraft', (options?: UnmaskOptions) =>
      unmaskDraft(session, options),
    ),
    changes,
    comparer,
    vscode.commands.registerCommand('hegao.compareEarlier', (options?: CompareOptions) =>
      comparer.compare(options),
    ),
    vscode.commands.registerCommand('hegao.makeOpinions', (options?: { readonly file?: vscode.Uri }) =>
      makeOpinions(session, options),
    ),
    reusePages,
    vscode.commands.registerCommand('hegao.showReuse', (shown: ShownReuse) => reusePages.show(shown)),
    vscode.commands.registerCommand(APPLY_AND_SAVE, (edit: WorkspaceEdit) =>
      applyAndSave(session.running(), edit),
    ),
  );
  return { session, statusBar, list, review, ledger, changes, timeBar, readingCopies };
}
