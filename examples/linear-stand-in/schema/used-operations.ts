import type { LinearSdk } from "@linear/sdk";

/**
 * Calls every typed method of Linear's SDK that a ticket needs, so that whoever answers as
 * `linear` sees each document that the SDK sends. The follow-up reads (`team(id)`, `comment({ id })`
 * and so on) are here because a payload's getters (`await payload.issue`) send them.
 */
export async function callUsedOperations(linear: LinearSdk): Promise<void> {
  const id = "00000000-0000-4000-8000-000000000000";
  await linear.viewer;
  await linear.organization;

  await linear.teams({ filter: { key: { eq: "ENG" } } });
  await (await linear.team(id)).states();
  await linear.workflowStates({ filter: { team: { id: { eq: id } } } });
  await linear.workflowState(id);
  await linear.users({ filter: { displayName: { eq: "coding-agent" } } });
  await linear.user(id);
  await linear.projects({ filter: { name: { eq: "Reliability" } } });
  await linear.project(id);
  await linear.issueLabels({ filter: { name: { eq: "production" } } });
  await linear.issueLabel(id);
  await linear.createIssueLabel({ name: "production", teamId: id });

  await linear.issues({ filter: { id: { eq: id } } });
  const issue = await linear.issue("ENG-1");
  await issue.comments();
  await issue.labels();
  await issue.attachments();
  await linear.createIssue({ teamId: id, title: "Title" });
  await linear.updateIssue(id, { title: "Title" });
  await linear.unarchiveIssue(id);

  await linear.createComment({ issueId: id, body: "Body" });
  await linear.updateComment(id, { body: "Body" });
  await linear.comment({ id });
  await linear.createAttachment({ issueId: id, title: "Title", url: "https://example.com/1" });
  await linear.updateAttachment(id, { title: "Title" });
  await linear.attachment(id);
  await linear.attachmentsForURL("https://example.com/1");

  await linear.agentSessions();
  await linear.agentSession(id);
}
