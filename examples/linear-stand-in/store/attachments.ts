import type { LinearDocument } from "@linear/sdk";

import { findIssue } from "./find.ts";
import { checkNewId, refuseUnsupported, requireText } from "./input.ts";
import type { Attachment } from "./records.ts";
import { argumentError } from "./refusals.ts";
import type { Store } from "./store.ts";
import { newEntity, stamp } from "./store.ts";

type Create = LinearDocument.AttachmentCreateInput;
type Update = LinearDocument.AttachmentUpdateInput;

/**
 * Attaches an address to an issue as Linear's attachmentCreate does: where the issue has an
 * attachment of that address already, that one is updated and keeps its id.
 */
export function createAttachment(store: Store, input: Create): Attachment {
  refuseUnsupported("AttachmentCreateInput", input, [
    "id",
    "issueId",
    "metadata",
    "subtitle",
    "title",
    "url",
  ]);
  requireText("title", input.title);
  if (!/^https?:\/\/[^\s]+$/.test(input.url)) throw argumentError("url", "must be a URL");
  const issue = findIssue(store, input.issueId);
  const present = store.attachments.find(
    ({ issueId, url }) => issueId === issue.id && url === input.url,
  );
  if (present) {
    change(store, present, input);
    return present;
  }
  checkNewId("Attachment", input.id, store.attachments);
  const attachment: Attachment = {
    ...newEntity(store, input.id ?? undefined),
    issueId: issue.id,
    creatorId: store.viewerId,
    url: input.url,
    title: input.title,
    subtitle: input.subtitle ?? null,
    metadata: input.metadata ?? {},
  };
  store.attachments.push(attachment);
  return attachment;
}

/** Changes an attachment as Linear's attachmentUpdate does; the title must be given each time. */
export function updateAttachment(store: Store, attachment: Attachment, input: Update): void {
  refuseUnsupported("AttachmentUpdateInput", input, ["metadata", "subtitle", "title"]);
  requireText("title", input.title);
  change(store, attachment, input);
}

function change(store: Store, attachment: Attachment, input: Update): void {
  attachment.title = input.title;
  if (input.subtitle !== undefined) attachment.subtitle = input.subtitle;
  if (input.metadata != null) attachment.metadata = input.metadata;
  attachment.updatedAt = stamp(store);
}
