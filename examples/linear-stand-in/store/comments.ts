import type { LinearDocument } from "@linear/sdk";

import { findIssue } from "./find.ts";
import { checkNewId, refuseUnsupported, requireText } from "./input.ts";
import { keptMarkdown } from "./kept-markdown.ts";
import type { Comment } from "./records.ts";
import { argumentError } from "./refusals.ts";
import type { Store } from "./store.ts";
import { newEntity, stamp } from "./store.ts";

/** Comments on an issue, named by UUID or identifier, as Linear's commentCreate does. */
export function createComment(
  store: Store,
  input: LinearDocument.CommentCreateInput,
  userId: string,
): Comment {
  refuseUnsupported("CommentCreateInput", input, ["body", "id", "issueId"]);
  checkNewId("Comment", input.id, store.comments);
  const body = requireText("body", input.body);
  if (input.issueId == null) throw argumentError("issueId", "must be given");
  const issue = findIssue(store, input.issueId);
  const entity = newEntity(store, input.id ?? undefined);
  const comment: Comment = {
    ...entity,
    issueId: issue.id,
    userId,
    url: `${issue.url}#comment-${entity.id.slice(0, 8)}`,
    body: keptMarkdown(body),
    editedAt: null,
  };
  store.comments.push(comment);
  return comment;
}

/** Changes a comment's text as Linear's commentUpdate does. */
export function updateComment(
  store: Store,
  comment: Comment,
  input: LinearDocument.CommentUpdateInput,
): void {
  refuseUnsupported("CommentUpdateInput", input, ["body"]);
  comment.body = keptMarkdown(requireText("body", input.body));
  comment.updatedAt = stamp(store);
  comment.editedAt = comment.updatedAt;
}
