import type { LinearDocument } from "@linear/sdk";

import type { Actor } from "../store/actor.ts";
import { createAttachment, updateAttachment } from "../store/attachments.ts";
import { createComment, updateComment } from "../store/comments.ts";
import { findById, findIssue } from "../store/find.ts";
import { createIssue, unarchiveIssue, updateIssue } from "../store/issues.ts";
import { createLabel } from "../store/labels.ts";
import { argumentError, unsupported } from "../store/refusals.ts";
import type { Store } from "../store/store.ts";
import { mustFind } from "../store/store.ts";
import { write } from "../store/write.ts";
import type { PageArgs } from "./connection.ts";
import { connection } from "./connection.ts";
import {
  viewAttachment,
  viewComment,
  viewIssue,
  viewLabel,
  viewProject,
  viewSession,
  viewState,
  viewTeam,
  viewUser,
} from "./views.ts";

type Id = { readonly id: string };
type Input<T> = { readonly input: T };
type Root = Readonly<Record<string, (args: never) => unknown>>;

/** Gives what answers Query and Mutation: one function for each of their fields. */
export function createRoot(store: Store): Root {
  return { ...queries(store), ...mutations(store) };
}

function queries(store: Store): Root {
  return {
    viewer: () => viewUser(store, mustFind(store.users, store.viewerId)),
    organization: () => ({ ...store.organization, userCount: store.users.length }),
    team: ({ id }: Id) => viewTeam(store, findById(store.teams, id, "Team")),
    teams: (args: PageArgs) =>
      connection(
        store.teams.map((team) => viewTeam(store, team)),
        args,
      ),
    workflowState: ({ id }: Id) => viewState(store, findById(store.states, id, "WorkflowState")),
    workflowStates: (args: PageArgs) =>
      connection(
        store.states.map((state) => viewState(store, state)),
        args,
      ),
    user: ({ id }: Id) => viewUser(store, findById(store.users, id, "User")),
    users: (args: PageArgs) =>
      connection(
        store.users.map((user) => viewUser(store, user)),
        args,
      ),
    project: ({ id }: Id) => viewProject(findById(store.projects, id, "Project")),
    projects: (args: PageArgs) => connection(store.projects.map(viewProject), args),
    issueLabel: ({ id }: Id) => viewLabel(store, findById(store.labels, id, "IssueLabel")),
    issueLabels: (args: PageArgs) =>
      connection(
        store.labels.map((label) => viewLabel(store, label)),
        args,
      ),
    issue: ({ id }: Id) => viewIssue(store, findIssue(store, id)),
    issues: (args: PageArgs) =>
      connection(
        store.issues.map((issue) => viewIssue(store, issue)),
        args,
      ),
    comment: ({ id }: { readonly id?: string | null }) => {
      if (id == null) throw argumentError("id", "must be given");
      return viewComment(store, findById(store.comments, id, "Comment"));
    },
    attachment: ({ id }: Id) =>
      viewAttachment(store, findById(store.attachments, id, "Attachment")),
    attachmentsForURL: ({ url, ...args }: PageArgs & { readonly url: string }) =>
      connection(
        store.attachments
          .filter((attachment) => attachment.url === url)
          .map((attachment) => viewAttachment(store, attachment)),
        args,
      ),
    agentSession: ({ id }: Id) => viewSession(store, findById(store.sessions, id, "AgentSession")),
    agentSessions: (args: PageArgs) =>
      connection(
        store.sessions.map((session) => viewSession(store, session)),
        args,
      ),
  };
}

function mutations(store: Store): Root {
  const done = (rest: object): object => ({ success: true, lastSyncId: store.lastAt, ...rest });
  const actor = { userId: store.viewerId, overApi: true };
  return told(store, actor, {
    issueCreate: ({ input }: Input<LinearDocument.IssueCreateInput>) =>
      done({ issue: viewIssue(store, createIssue(store, input, actor)) }),
    issueUpdate: ({ id, input }: Id & Input<LinearDocument.IssueUpdateInput>) => {
      const issue = findIssue(store, id);
      updateIssue(store, issue, input, actor);
      return done({ issue: viewIssue(store, issue) });
    },
    issueUnarchive: ({ id }: Id) => {
      const issue = findIssue(store, id);
      unarchiveIssue(store, issue, actor);
      return done({ entity: viewIssue(store, issue) });
    },
    issueLabelCreate: ({
      input,
      replaceTeamLabels,
    }: Input<LinearDocument.IssueLabelCreateInput> & { readonly replaceTeamLabels?: boolean }) => {
      if (replaceTeamLabels) throw unsupported("the argument replaceTeamLabels");
      return done({ issueLabel: viewLabel(store, createLabel(store, input)) });
    },
    commentCreate: ({ input }: Input<LinearDocument.CommentCreateInput>) =>
      done({ comment: viewComment(store, createComment(store, input, store.viewerId)) }),
    commentUpdate: ({ id, input }: Id & Input<LinearDocument.CommentUpdateInput>) => {
      const comment = findById(store.comments, id, "Comment");
      updateComment(store, comment, input);
      return done({ comment: viewComment(store, comment) });
    },
    attachmentCreate: ({ input }: Input<LinearDocument.AttachmentCreateInput>) =>
      done({ attachment: viewAttachment(store, createAttachment(store, input)) }),
    attachmentUpdate: ({ id, input }: Id & Input<LinearDocument.AttachmentUpdateInput>) => {
      const attachment = findById(store.attachments, id, "Attachment");
      updateAttachment(store, attachment, input);
      return done({ attachment: viewAttachment(store, attachment) });
    },
  });
}

/** Makes each of these functions a write, so that what it changes is told. */
function told(store: Store, actor: Actor, root: Root): Root {
  return Object.fromEntries(
    Object.entries(root).map(([name, act]) => [
      name,
      (args: never) => write(store, actor, () => act(args)),
    ]),
  );
}
